# Billion laughs.
import xml.etree.ElementTree as ET
lines = ['<!ENTITY l0 "lolololololololololol">'] + [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
ET.fromstring(f"<!DOCTYPE d [{''.join(lines)}]><d>&l9;</d>")    ### denied: characters that entities add

# ---
# Quadratic blow-up, which is no nesting.
import xml.etree.ElementTree as ET
ET.fromstring(f'<!DOCTYPE d [<!ENTITY l "{"x" * 50_000}">]><d>{"&l;" * 50_000}</d>')    ### denied: characters that entities add

# ---
import xml.etree.ElementTree as ET
inner = f"<e a='{'&l;' * 20}'/>" * 20
ET.fromstring(f'<!DOCTYPE d [<!ENTITY l "{"x" * 50_000}">]><d>{inner}</d>')    ### denied: characters that entities add

# ---
# A handler that feeds its own parser would have expat write into memory that is freed.
import xml.etree.ElementTree as ET
class Target:
    def start(self, tag, attrib): parser.feed("<x>" * 100_000)    ### denied: a parser cannot be fed by its own handler
    def close(self): pass
parser = ET.XMLParser(target=Target())
parser.feed("<a>")

# ---
# The parser is found, but sets nothing else, and makes no parser that opens.
import xml.etree.ElementTree as ET
parser = ET.XMLParser().parser
for name in ("ExternalEntityRefHandler", "ExternalEntityParserCreate", "ParseFile", "SetParamEntityParsing", "intern"):
    assert not hasattr(parser, name)
parser.ExternalEntityRefHandler = print    ### denied: ExternalEntityRefHandler

# ---
# A method that deletes attributes of whatever it is given.
import xml.etree.ElementTree as ET
class Kept: target = ET.TreeBuilder()
ET.XMLParser.close(print)    ### denied: takes an object made here

# ---
import xml.etree.ElementTree as ET
ET.ElementTree(ET.Element("a")).write("/tmp/left.xml")    ### denied: mode 'w' is not granted
