"""``xml.etree.ElementTree``: the version in Python, over a parser with limits (``guest/modules/expat.py``)."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="xml.etree.ElementTree",
    way="copy",
    source="xml.etree.ElementTree",
    shows=tuple(
        """
        C14NWriterTarget Comment Element ElementTree HTML_EMPTY PI ParseError ProcessingInstruction QName SubElement
        TreeBuilder VERSION XML XMLID XMLParser XMLPullParser canonicalize dump fromstring fromstringlist indent
        iselement iterparse parse register_namespace tostring tostringlist
        """.split()
    ),
    omits=dict.fromkeys(
        "ElementPath collections contextlib io re sys warnings weakref".split(), "imported by the module for itself"
    ),
)
