import keyword
print(keyword.kwlist, keyword.softkwlist)
print(keyword.iskeyword("for"), keyword.iskeyword("match"), keyword.issoftkeyword("match"), keyword.iskeyword([].append.__name__))
keyword.kwlist.append("mine")
print(keyword.iskeyword("mine"), keyword.kwlist[-1])
from collections import namedtuple
print(namedtuple("P", "for x", rename=True)._fields)
