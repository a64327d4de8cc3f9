import html
import html.entities
print(html.escape('<a href="x">\'&'), html.escape("'", quote=False), html.unescape("&lt;&eacute;&#x41;&#65;&notit;&#0;&nothing;&#xD800;"))
print(len(html.entities.html5), html.entities.name2codepoint["euro"], html.entities.codepoint2name[38], html.entities.entitydefs["amp"])
html.entities.html5["mine;"] = "M"
print(html.unescape("&mine;"))
import html as short
from html import escape, entities
from html.entities import html5
print(short.escape is escape, entities.html5 is html5)

# ---
from html.parser import HTMLParser
class Printer(HTMLParser):
    def handle_starttag(self, tag, attrs): print("start", tag, attrs, self.getpos(), self.get_starttag_text())
    def handle_endtag(self, tag): print("end", tag)
    def handle_startendtag(self, tag, attrs): print("both", tag, attrs)
    def handle_data(self, data): print("data", repr(data))
    def handle_comment(self, data): print("comment", data)
    def handle_entityref(self, name): print("entity", name)
    def handle_charref(self, name): print("char", name)
    def handle_decl(self, decl): print("decl", decl)
    def handle_pi(self, data): print("pi", data)
    def unknown_decl(self, data): print("unknown", data)
for convert in (True, False):
    parser = Printer(convert_charrefs=convert)
    parser.feed("<!DOCTYPE html><p class=a id='b' c>Hi &amp; &#65;<br/><!-- x --><?php x?><![CDATA[y]]></p><script>a<b</script>")
    parser.feed("<i")
    parser.close()
parser.reset()
print(parser.rawdata == "", parser.lasttag)

# ---
import html.parser
try:
    html.parser.HTMLParser().parse_declaration(0)
except Exception as error:
    print(type(error).__name__)

# ---
import html.parser
html.parser.incomplete    ### denied: a pattern that the parser keeps for itself
