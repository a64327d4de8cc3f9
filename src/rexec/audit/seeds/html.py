import html
html.escape(1)
html.unescape("&amp;")
