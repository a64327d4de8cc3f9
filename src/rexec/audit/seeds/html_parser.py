import html.parser
html.parser.HTMLParser()
html.parser.HTMLParser().feed("<a b=c><!-- --><![if")
html.parser.HTMLParser().get_starttag_text()
