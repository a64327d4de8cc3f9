import re
re.compile("(?P<a>a)")
re.match("(?P<a>a)", "a")
re.match("(a)", "a").re
re.finditer("a", "a")
re.compile("a").scanner("a")
re.Scanner([("a", None)])
re.I
re.compile("(")
re.sub("(a)", "\\2", "a")
re.compile("(a)").sub("\\2", "a")
re.match("(a)", "a").expand("\\2")
re.match("(a)", "a").group("b")
re.compile("a", 1 << 40)
re.compile(1)
