a = 7**30000; b = 3**12000
q, r = divmod(a, b)
print(q * b + r == a, (a // b) == q, a % b == r, len(str(7**4000)), int("1" * 4300) % 97)
class I(int):
    def __rshift__(self, n): return I(int.__rshift__(self, n))
print(divmod(I(a), I(b)) == (q, r))
print("ab".encode("idna"), b"YWI=".decode("ascii"), "x".encode("punycode"), "\u00e9".encode("utf-7"))
import copy, itertools, array, datetime, decimal, re, collections
for v in (array.array("i", [1]), datetime.datetime(2020, 1, 1), decimal.Decimal(1), re.compile("a"), collections.deque([1]), collections.OrderedDict(a=1), datetime.timezone.utc, datetime.timedelta(1), range(3), slice(1), decimal.Context(prec=3)):
    print(copy.copy(v), copy.deepcopy([v]))
print(memoryview(b"ab") == memoryview(array.array("B", b"ab")), memoryview(array.array("i", [1])) == memoryview(array.array("h", [1])))
print(copy.copy(iter([1, 2])).__next__(), next(copy.deepcopy(iter([1]))))
