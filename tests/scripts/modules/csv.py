import csv
text = 'name,age\r\n"Smith, J",7\r\nO\'Neil,"4""5"\r\n'
print(list(csv.reader(text.splitlines())))
rows = list(csv.DictReader(text.splitlines()))
print(rows, type(rows[0]).__name__)
class Out:
    def __init__(self): self.lines = []
    def write(self, line): self.lines.append(line); return len(line)
out = Out()
writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
print(writer.writerow(["a", 1, 2.5, None]), writer.writerows([[1], ["x\ny"]]))
print(out.lines)
out = Out()
writer = csv.DictWriter(out, ["a", "b"], extrasaction="ignore", restval="-", dialect="unix")
writer.writeheader()
writer.writerow({"a": 1, "c": 3})
print(out.lines, repr(writer.writer.dialect.delimiter))
try:
    csv.DictWriter(out, ["a"]).writerow({"b": 1})
except ValueError as error:
    print(error)
for row in csv.DictReader(["a,b", "1,2,3", "", "4"], restkey="more", restval="none"): print(row)

# ---
import csv
print(csv.list_dialects())
csv.register_dialect("mine", delimiter=";", skipinitialspace=True)
class Tabs(csv.excel):
    delimiter = "\t"
    quotechar = "'"
csv.register_dialect("tabs", Tabs)
print(csv.list_dialects(), csv.get_dialect("mine").delimiter)
print(list(csv.reader(["a; b;c"], "mine")), list(csv.reader(["a\t'b\tc'"], dialect="tabs")))
print(list(csv.reader(["a|b"], Tabs, delimiter="|")), list(csv.reader(["a,b"], Tabs())))
csv.unregister_dialect("mine")
try:
    csv.reader([], "mine")
except csv.Error as error:
    print(type(error), error)
try:
    csv.get_dialect("nothing")
except csv.Error as error:
    print(error)
class Bad(csv.Dialect):
    delimiter = "too long"
try:
    Bad()
except csv.Error as error:
    print(error)
print(csv.field_size_limit(10), csv.field_size_limit())
try:
    list(csv.reader(["x" * 11]))
except csv.Error as error:
    print(error)
print(csv.Error.__module__, csv.Error.__mro__, csv.excel.__mro__[1] is csv.Dialect)

# ---
import csv
sniffer = csv.Sniffer()
sample = "name;age\nbob;4\nann;5\n"
dialect = sniffer.sniff(sample)
print(dialect.delimiter, dialect.quotechar, dialect.__name__, issubclass(dialect, csv.Dialect), sniffer.has_header(sample))
try:
    sniffer.sniff("")
except csv.Error as error:
    print(error)
reader = csv.reader(["a,b", '"c', 'd"'])
print(next(reader), reader.line_num, next(reader), reader.line_num)
try:
    list(csv.reader(["a\n,b"], strict=True))
except csv.Error as error:
    print(error)
try:
    list(csv.reader([b"a"]))
except csv.Error as error:
    print(error)
for wrong in (lambda: csv.writer(1), lambda: csv.reader(1), lambda: csv.reader([], nothing=1), lambda: csv.writer(print)):
    try:
        wrong()
    except TypeError as error:
        print(error)
import sys
csv.writer(sys.stdout).writerow(["to", "standard output"])
print(csv.__version__)

# ---
# python: >=3.12
import csv
print(csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL)
