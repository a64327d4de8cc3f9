import string
string.Template("a $b")
string.Formatter()
string.Template.pattern
string.Formatter().parse("{a}")
"{0.x}".format
"{0.__class__}".format(1)
string.Formatter().format("{0.__class__}", 1)
string.Formatter().get_field("0.__class__.__base__", (1,), {})
string.Template("$").substitute()
string.Template("$a").substitute({})
