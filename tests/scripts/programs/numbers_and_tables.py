# Matrices, polynomials, units, money: classes with operators.
from fractions import Fraction
from decimal import Decimal, ROUND_HALF_UP
from functools import reduce, cache
from itertools import zip_longest, product, accumulate, chain, combinations
from math import gcd, sqrt, isclose, pi
from numbers import Number
import operator

class Matrix:
    __slots__ = ("rows",)
    def __init__(self, rows): self.rows = [list(row) for row in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __getitem__(self, key):
        match key:
            case int(i): return self.rows[i]
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as a, slice() as b): return Matrix([row[b] for row in self.rows[a]])
        raise TypeError(f"bad index {key!r}")
    def __setitem__(self, key, value): i, j = key; self.rows[i][j] = value
    def __add__(self, other): return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, other.rows, strict=True)])
    def __neg__(self): return self * -1
    def __sub__(self, other): return self + -other
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows]) if isinstance(k, Number) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, other): return Matrix([[sum(map(operator.mul, r, c)) for c in zip(*other.rows)] for r in self.rows])
    def __imatmul__(self, other): self.rows = (self @ other).rows; return self
    def __pow__(self, n): return reduce(operator.matmul, [self] * n, Matrix.identity(len(self.rows)))
    def __eq__(self, other): return isinstance(other, Matrix) and self.rows == other.rows
    def __iter__(self): return chain.from_iterable(self.rows)
    def __repr__(self): return f"Matrix({self.rows})"
    def __str__(self):
        width = max(len(str(x)) for x in self)
        return "\n".join("[" + " ".join(f"{x!s:>{width}}" for x in row) + "]" for row in self.rows)
    def __format__(self, spec): return "; ".join(" ".join(format(x, spec) for x in row) for row in self.rows)
    def det(self):
        rows, sign, result = [[Fraction(x) for x in row] for row in self.rows], 1, Fraction(1)
        for i in range(len(rows)):
            pivot = next((r for r in range(i, len(rows)) if rows[r][i]), None)
            if pivot is None: return Fraction(0)
            if pivot != i: rows[i], rows[pivot], sign = rows[pivot], rows[i], -sign
            result *= rows[i][i]
            for r in range(i + 1, len(rows)):
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
        return result * sign
m = Matrix([[1, 2], [3, 4]])
print(m @ m, m ** 3, 2 * m - m * 2, m.T, m.det(), m[0, 1], m[:1, 1:], m == Matrix(m.rows), f"{m:.1f}", sum(m))
print(m @ Matrix([[10], [200]]), Matrix([[0, 1], [1, 0]]).det(), sep="\n")
m @= Matrix.identity(2)
m[0, 0] += 5
print(m)
for bad in (lambda: m + Matrix([[1, 2]]), lambda: m * "x", lambda: m["a"], lambda: setattr(m, "extra", 1)):
    try: bad()
    except (TypeError, ValueError, AttributeError) as error: print(type(error).__name__, error)

class Poly:
    def __init__(self, *c):
        while c and not c[-1]: c = c[:-1]
        self.c = c
    def __call__(self, x): return reduce(lambda acc, a: acc * x + a, reversed(self.c), 0)
    def __add__(self, o): return Poly(*(a + b for a, b in zip_longest(self.c, _poly(o).c, fillvalue=0)))
    __radd__ = __add__
    def __neg__(self): return Poly(*(-a for a in self.c))
    def __sub__(self, o): return self + -_poly(o)
    def __rsub__(self, o): return -self + o
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(_poly(o).c) - 1 if self.c and _poly(o).c else 0)
        for (i, a), (j, b) in product(enumerate(self.c), enumerate(_poly(o).c)): out[i + j] += a * b
        return Poly(*out)
    __rmul__ = __mul__
    def __divmod__(self, o):
        q, r = Poly(), self
        while len(r.c) >= len(o.c) and r.c:
            t = Poly(*[0] * (len(r.c) - len(o.c)), Fraction(r.c[-1], o.c[-1]))
            q, r = q + t, r - t * o
        return q, r
    def __floordiv__(self, o): return divmod(self, o)[0]
    def __mod__(self, o): return divmod(self, o)[1]
    def __pow__(self, n): return reduce(operator.mul, [self] * n, Poly(1))
    def __eq__(self, o): return self.c == _poly(o).c
    def __hash__(self): return hash(self.c)
    def __bool__(self): return bool(self.c)
    def __len__(self): return len(self.c)
    def diff(self): return Poly(*(i * a for i, a in enumerate(self.c) if i))
    def __str__(self):
        terms = [f"{'' if a == 1 and i else a}{'x' if i else ''}{f'^{i}' if i > 1 else ''}" for i, a in enumerate(self.c) if a]
        return " + ".join(reversed(terms)) or "0"
def _poly(x): return x if isinstance(x, Poly) else Poly(x)
x = Poly(0, 1)
p = (x + 1) ** 3 - 2 * x
print(p, p(2), p.diff(), divmod(p, x + 1)[0], p % (x + 1), 1 - x, (x * 0) == 0, bool(Poly()), len(p))

class Unit:
    def __init__(self, **powers): self.powers = {k: v for k, v in powers.items() if v}
    def __mul__(self, o): return Unit(**{k: self.powers.get(k, 0) + o.powers.get(k, 0) for k in self.powers | o.powers})
    def __pow__(self, n): return Unit(**{k: v * n for k, v in self.powers.items()})
    def __truediv__(self, o): return self * o ** -1
    def __rmul__(self, value): return Quantity(value, self)
    def __eq__(self, o): return self.powers == o.powers
    def __str__(self): return "·".join(f"{k}{'' if v == 1 else v}" for k, v in sorted(self.powers.items())) or "1"
class Quantity:
    def __init__(self, value, unit): self.value, self.unit = value, unit
    def _other(self, o):
        if not isinstance(o, Quantity) or o.unit != self.unit: raise TypeError(f"{self.unit} and {getattr(o, 'unit', 'no unit')}")
        return o.value
    def __add__(self, o): return Quantity(self.value + self._other(o), self.unit)
    def __lt__(self, o): return self.value < self._other(o)
    def __mul__(self, o): return Quantity(self.value * o.value, self.unit * o.unit) if isinstance(o, Quantity) else Quantity(self.value * o, self.unit)
    def __truediv__(self, o): return Quantity(self.value / o.value, self.unit / o.unit)
    def __repr__(self): return f"{self.value:g} {self.unit}"
m, s, kg = Unit(m=1), Unit(s=1), Unit(kg=1)
speed = (100 * m) / (9.58 * s)
print(speed, 2 * kg * 1 if False else 2 * kg, speed * (10 * s) + 5 * m, 3 * m < 4 * m, (5 * kg) * speed * speed)
try: 3 * m + 2 * s
except TypeError as error: print(error)

class Money:
    rates = {("EUR", "USD"): Decimal("1.10")}
    def __init__(self, amount, currency="EUR"): self.amount, self.currency = Decimal(str(amount)).quantize(Decimal("0.01"), ROUND_HALF_UP), currency
    def to(self, currency): return self if currency == self.currency else Money(self.amount * self.rates[self.currency, currency], currency)
    def __add__(self, other): return Money(self.amount + other.to(self.currency).amount, self.currency)
    def __radd__(self, other): return self if other == 0 else NotImplemented
    def split(self, n):
        cents = int(self.amount * 100)
        return [Money(Decimal(cents // n + (i < cents % n)) / 100, self.currency) for i in range(n)]
    def __format__(self, spec): return f"{self.amount:{spec or ',.2f'}} {self.currency}"
    __repr__ = lambda self: format(self)
print(Money("10.005"), Money(10).to("USD"), sum([Money(1), Money(2.5)]), Money(10).split(3), f"{Money(1234567.891):>+15,.1f}", sum(Money(10).split(3)))
print(list(accumulate([1, 2, 3], lambda a, b: a * b + 1)), [sum(c) for c in combinations(range(4), 2)], isclose(sqrt(2) ** 2, 2), round(pi, 4))

# ---
# Reports as text: columns, groups, histograms, calendars.
import csv, io, json, textwrap, statistics, datetime, string
from collections import Counter, defaultdict, OrderedDict, ChainMap, namedtuple, deque
from itertools import groupby, islice, cycle, takewhile, count, pairwise
from operator import itemgetter, attrgetter, methodcaller
data = """name,team,score,when
Ann,red,10.5,2024-01-31
Bob,blue,7,2024-02-01
"Cy, Jr.",red,,2023-12-25
Dee,green,3.25,2024-02-29
"""
Row = namedtuple("Row", "name team score when", defaults=[None])
rows = [Row(r["name"], r["team"], float(r["score"]) if r["score"] else None, datetime.date.fromisoformat(r["when"])) for r in csv.DictReader(io.StringIO(data))]
def table(rows, *columns, align=None):
    align = align or {}
    cells = [[format_cell(getattr(row, c)) for c in columns] for row in rows]
    widths = [max(map(len, col)) for col in zip(columns, *cells)]
    line = "+".join("-" * (w + 2) for w in widths).join("++")
    yield line
    yield "|" + "|".join(f" {c:^{w}} " for c, w in zip(columns, widths)) + "|"
    yield line
    for each in cells:
        yield "|" + "|".join(f" {v:{align.get(c, '<')}{w}} " for c, v, w in zip(columns, each, widths)) + "|"
    yield line
def format_cell(value):
    match value:
        case None: return "-"
        case float(): return f"{value:,.2f}"
        case datetime.date(year=y, month=m): return f"{value:%d %b} {y}" if m > 1 else value.isoformat()
        case _: return str(value)
print(*table(sorted(rows, key=attrgetter("when")), "name", "team", "score", "when", align={"score": ">"}), sep="\n")
for team, members in groupby(sorted(rows, key=itemgetter(1)), key=itemgetter(1)):
    scores = [r.score for r in members if r.score is not None]
    print(f"{team:.<10}{statistics.fmean(scores) if scores else float('nan'):8.3f} {'*' * int(sum(scores))}")
text = "the quick brown fox jumps over the lazy dog and the other fox"
words = Counter(text.split())
print(words.most_common(2), sorted(Counter(text.replace(" ", "")).items(), key=lambda kv: (-kv[1], kv[0]))[:3], words & Counter(the=2), (words - Counter(fox=1))["fox"])
print(textwrap.fill(text, 22, initial_indent="* ", subsequent_indent="  "))
print(textwrap.dedent("""\
    a
      b
    """) + textwrap.indent("x\ny", "> "), textwrap.shorten(text, 20))
index = defaultdict(lambda: defaultdict(list))
for r in rows: index[r.team][r.when.year].append(r.name)
print(json.dumps(index, indent=1, sort_keys=True), json.dumps({"d": rows[0].when}, default=str))
print(string.Template("$name has ${score} points, $$5").substitute(rows[0]._asdict()), string.capwords(text)[:20], "{0.name!r:>8}|{1[team]}".format(rows[1], rows[1]._asdict()))
out = io.StringIO()
writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
writer.writerows([[r.name, r.score or 0] for r in rows])
print(out.getvalue().splitlines())
start = datetime.date(2024, 2, 26)
print([f"{d:%a %d}" for d in (start + datetime.timedelta(days=i) for i in range(5))], (rows[0].when - rows[2].when).days, datetime.timedelta(hours=50, seconds=5), rows[0]._replace(name="X").name)
print(list(takewhile(lambda n: n < 20, (n * n for n in count(1)))), list(islice(cycle("ab"), 5)), list(pairwise("abc")), dict(ChainMap({"a": 1}, {"a": 2, "b": 3})), deque(range(5), maxlen=3))
print(f"{'left':<8}|{'mid':^8}|{'right':>8}|{255:#06x}|{1e6:_.0f}|{0.256:.1%}|{-5:+}|{True!s:>6}|{'é':a<3}|{3.14159:{6}.{3}}", f"{text[:5]=}")
print("%-5s|%05d|%x|%.2e|%%|%r|%(a)s" % {"a": 1} if False else "%-5s|%05d|%x|%.2e|%%|%r" % ("ab", 42, 255, 12345.678, "q"))
def bars(values, width=20):
    top = max(values.values())
    for label, value in sorted(values.items()):
        yield f"{label:>6} {'█' * round(width * value / top)}{'░' * (width - round(width * value / top))} {value:3d}"
print(*bars({"a": 10, "bb": 25, "ccc": 3}), sep="\n")

# ---
# Simulations: queues by a heap, cells, chains, all of them seeded.
import heapq, random, math
from dataclasses import dataclass, field
from collections import Counter, deque, defaultdict
@dataclass(order=True)
class Event:
    time: float
    order: int
    action: object = field(compare=False)
    args: tuple = field(default=(), compare=False)
class Simulation:
    def __init__(self, seed): self.now, self.queue, self.count, self.random = 0.0, [], 0, random.Random(seed)
    def at(self, delay, action, *args):
        self.count += 1
        heapq.heappush(self.queue, Event(self.now + delay, self.count, action, args))
    def run(self, until):
        while self.queue and self.queue[0].time <= until:
            event = heapq.heappop(self.queue)
            self.now = event.time
            event.action(*event.args)
        return self
class Bank(Simulation):
    def __init__(self, seed, tellers):
        super().__init__(seed)
        self.free, self.line, self.waits, self.served = tellers, deque(), [], 0
        self.at(0, self.arrive)
    def arrive(self):
        self.line.append(self.now)
        self.serve()
        self.at(self.random.expovariate(1.0), self.arrive)
    def serve(self):
        if self.free and self.line:
            self.free -= 1
            self.waits.append(self.now - self.line.popleft())
            self.at(self.random.uniform(0.5, 2.5), self.done)
    def done(self): self.free += 1; self.served += 1; self.serve()
b = Bank(7, 2).run(200)
print(b.served, round(sum(b.waits) / len(b.waits), 6), round(max(b.waits), 6), len(b.line))
def life(cells):
    near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {cell for cell, n in near.items() if n == 3 or n == 2 and cell in cells}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): glider = life(glider)
print(sorted(glider))
class Markov(dict):
    def __missing__(self, key): self[key] = value = []; return value
    def learn(self, text):
        words = text.split()
        for a, b in zip(words, words[1:]): self[a].append(b)
        return self
    def walk(self, start, rng):
        while start:
            yield start
            start = rng.choice(self[start]) if self[start] else None
rng = random.Random(3)
print(" ".join(Markov().learn("a b a c a b d").walk("a", rng)))
def monte_carlo(n, rng): return 4 * sum(math.hypot(rng.random(), rng.random()) <= 1 for _ in range(n)) / n
print(monte_carlo(2000, rng), rng.sample(range(100), 5), rng.choices("abc", weights=[5, 3, 1], k=6), rng.gauss(0, 1), rng.shuffle(deck := list(range(6))), deck)
def dijkstra(graph, start):
    best, heap, before = {start: 0}, [(0, start)], {}
    while heap:
        d, at = heapq.heappop(heap)
        if d > best[at]: continue
        for to, w in graph[at].items():
            if (new := d + w) < best.get(to, math.inf):
                best[to], before[to] = new, at
                heapq.heappush(heap, (new, to))
    return best, before
graph = defaultdict(dict)
for a, b, w in [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5)]: graph[a][b] = w
print(*dijkstra(graph, "a"))
def topological(edges):
    waiting, following = Counter(), defaultdict(list)
    for a, b in edges: waiting[b] += 1; waiting[a] += 0; following[a].append(b)
    ready = sorted(k for k, n in waiting.items() if not n)
    while ready:
        yield (each := ready.pop(0))
        for b in following[each]:
            waiting[b] -= 1
            if not waiting[b]: ready.append(b)
    if any(waiting.values()): raise ValueError("cycle: " + ", ".join(k for k, n in waiting.items() if n))
print(list(topological([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")])))
try: list(topological([("a", "b"), ("b", "a")]))
except ValueError as error: print(error)
def queens(n, row=0, cols=(), d1=frozenset(), d2=frozenset()):
    if row == n: yield cols; return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2:
            yield from queens(n, row + 1, (*cols, c), d1 | {row + c}, d2 | {row - c})
print(sum(1 for _ in queens(6)), next(queens(8)))
class Trie:
    def __init__(self, words=()):
        self.root = {}
        for w in words: self.add(w)
    def add(self, word):
        at = self.root
        for c in word: at = at.setdefault(c, {})
        at[None] = word
    def __contains__(self, word):
        at = self.root
        return all((at := at.get(c)) is not None for c in word) and None in at
    def __iter__(self): yield from self._under(self.root)
    def _under(self, at):
        for c in sorted(at, key=lambda c: c or ""):
            if c is None: yield at[c]
            else: yield from self._under(at[c])
t = Trie("car cat ca dog".split())
print(list(t), "cat" in t, "c" in t, "do" in t)
