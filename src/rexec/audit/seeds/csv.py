import csv
import io
csv.reader(["a,b"])
csv.reader([]).dialect
csv.writer(io.StringIO())
csv.writer(io.StringIO()).dialect
csv.DictReader(["a"])
csv.DictWriter(io.StringIO(), ["a"])
csv.Sniffer()
csv.Sniffer().sniff("a,b\nc,d\n")
csv.get_dialect("excel")
csv.list_dialects()
csv.reader([], "x")
csv.reader(1)
csv.writer(1)
csv.get_dialect("x")
next(csv.reader([1]))
csv.writer(io.StringIO()).writerow(1)
csv.field_size_limit()
