import pprint
pprint.PrettyPrinter()
pprint.pformat([])
pprint.PrettyPrinter(indent=-1)
