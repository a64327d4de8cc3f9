import io
import xml.etree.ElementTree as ET
ET.XML("<a b='c'><d/></a>")
ET.XML("<a b='c'><d/></a>").iter()
ET.XML("<a b='c'><d/></a>").attrib
ET.XMLParser()
ET.XMLParser().target
ET.XMLParser().parser
ET.XMLPullParser()
ET.TreeBuilder()
ET.QName("a")
ET.ElementTree(ET.Element("a"))
ET.iterparse(io.BytesIO(b"<a/>"))
ET.fromstring("<")
ET.parse("/etc/passwd")
ET.ElementTree(ET.Element("a")).write("/tmp/nothing")
ET.tostring(1)
ET.XML("<a/>").find("[")
ET.XMLParser().feed("<")
