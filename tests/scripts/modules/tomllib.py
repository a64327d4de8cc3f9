import decimal, tomllib
text = """
title = "TOML"
[owner]
name = "Tom"
born = 1979-05-27T07:32:00-08:00
day = 1979-05-27
at = 07:32:00.5
local = 1979-05-27T07:32:00
[[fruit]]
name = 'apple'
weights = [1, 2.5, inf, nan, 0x1F, 1_000]
[fruit.inner]
"quoted key" = true
dotted.key = false
multi = \"\"\"
  line \\
  joined \u00e9 \\u00e9\"\"\"
[[fruit]]
table = { x = 1, y = [ {z = 2} ] }
"""
print(tomllib.loads(text))
print(tomllib.loads("x = 1.5", parse_float=decimal.Decimal))
class File:
    def __init__(self, content): self.content = content
    def read(self): return self.content
print(tomllib.load(File(b"a = 1\r\nb = 'x'")))
for wrong in ("x", "x = ", "[a]\n[a]", "x = 1\nx = 2", "a = '\x01'", 'a = "\\q"', "a = 2000-13-01", "a = [1", "[[a]]\n[a]", "a = 1979-05-27T07:32:00+99:00"):
    try:
        tomllib.loads(wrong)
    except tomllib.TOMLDecodeError as error:
        print(type(error).__mro__[1].__name__, error)
for wrong in (lambda: tomllib.load(File("a = 1")), lambda: tomllib.loads(b"a"), lambda: tomllib.loads("x = 1.5", parse_float=lambda text: [])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(tomllib.TOMLDecodeError.__module__, tomllib.loads.__module__)
