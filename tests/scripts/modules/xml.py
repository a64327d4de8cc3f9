import xml.etree.ElementTree as ET
root = ET.fromstring("<r a='1'>t<b x='y'>é</b>tail<!-- c --><c/><b/></r>")
print(root.tag, root.attrib, root.text, len(root), [e.tag for e in root.iter()])
print(root.find("b").text, len(root.findall("b")), root[0].tail, root.find(".//b[@x='y']").get("x"))
print(ET.tostring(root), ET.tostring(root, "unicode"), ET.tostring(root, "utf-8", xml_declaration=True))
new = ET.SubElement(root, "n", {"k": "<&\">"}, more="1")
new.text = "a < b & c"
ET.indent(root)
print(ET.tostring(root, encoding="unicode", short_empty_elements=False))
ET.dump(root)
ET.register_namespace("p", "urn:x")
n = ET.XML("<q:a xmlns:q='urn:x' q:z='1'><q:b/></q:a>")
print(n.tag, n.attrib, ET.tostring(n), n.find("q:b", {"q": "urn:x"}).tag, ET.QName("urn:x", "b") == ET.QName("{urn:x}b"))
print(ET.canonicalize("<a  z='1' b='2'><c></c></a>"), ET.iselement(root), repr(root)[:13])
root.remove(new)
root.set("s", "v")
print(sorted(root.items()), list(root.itertext())[:2], root.keys())
for bad in ("<a>", "<a></b>", "", "<a>&x;</a>", "text", "<a b=c/>"):
    try: ET.fromstring(bad)
    except ET.ParseError as error: print(error, error.code, error.position, isinstance(error, SyntaxError))

# ---
import io, xml.etree.ElementTree as ET
for event, element in ET.iterparse(io.BytesIO(b"<a><b>x</b><!--c--></a>"), ("start", "end", "comment")):
    print(event, element.tag if isinstance(element.tag, str) else "comment", element.text)
tree = ET.parse(io.StringIO("<a><b/></a>"))
out = io.BytesIO()
tree.write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue(), tree.getroot().tag, [e.tag for e in tree.iter()])
text = io.StringIO()
tree.write(text, encoding="unicode")
print(text.getvalue())
p = ET.XMLPullParser(["start", "end"])
p.feed("<a><b")
print([(event, e.tag) for event, e in p.read_events()])
p.feed("/></a>")
p.close()
print([(event, e.tag) for event, e in p.read_events()])
class Counter:
    def __init__(self): self.depth = self.most = 0
    def start(self, tag, attrib): self.depth += 1; self.most = max(self.most, self.depth)
    def end(self, tag): self.depth -= 1
    def data(self, data): pass
    def close(self): return self.most
parser = ET.XMLParser(target=Counter())
parser.feed("<a><b><c/></b><d/></a>")
print(parser.close())
doc = "<!DOCTYPE d [<!ENTITY e 'text'><!ENTITY f '&e;&e;'>]><d x='&e;'>&f; &lt; &#233;</d>"
print(ET.fromstring(doc).text, ET.fromstring(doc).get("x"))

# ---
import xml.etree.ElementTree as ET
try: ET.fromstring("<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>")
except ET.ParseError as error: print(error)

# ---
import copy, xml.etree.ElementTree as ET
a = ET.XML("<a x='1'><b><c/></b>t</a>")
b, c = copy.copy(a), copy.deepcopy(a)
c.set("x", "2")
c[0].clear()
print(ET.tostring(a), ET.tostring(b), ET.tostring(c), b[0] is a[0], c[0] is a[0])
a[:] = [ET.Element("z"), *a]
a.insert(0, ET.Comment("note"))
a.extend([ET.PI("p", "q")])
del a[1]
print(ET.tostring(a), len(a), a[0].tag is ET.Comment, [e.tag for e in a.iter("c")])
class Node(ET.Element):
    def shout(self): return self.tag.upper()
print(Node("n", x="1").shout(), ET.tostring(Node("n", x="1")))
builder = ET.TreeBuilder(element_factory=Node)
print(ET.XML("<a><b/></a>", ET.XMLParser(target=builder))[0].shout())
for path in ("*", ".//c", "b/c", "./b[c]", "b[1]", "b[last()]", ".", "b/.."):
    print(path, [e.tag for e in ET.XML("<a><b><c/></b><b/></a>").findall(path)])

# ---
import xml.etree.ElementTree as ET
ET.parse("/etc/passwd")    ### denied: file '/etc/passwd' is not granted

# ---
import xml.sax    ### denied: xml.sax

# ---
import io, xml.etree.ElementTree as ET
for encoding in ("latin-1", "cp1252", "utf-16", "us-ascii"):
    data = f"<?xml version='1.0' encoding='{encoding}'?><a>{'e' if encoding == 'us-ascii' else 'é'}</a>".encode(encoding)
    print(ET.fromstring(data).text, ET.parse(io.BytesIO(data)).getroot().text)
print(ET.tostring(ET.fromstring("<a>é€</a>"), "latin-1"), ET.tostring(ET.fromstring("<a>é</a>"), "utf-16"))
