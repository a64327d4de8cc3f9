# A small program of the kind people write: a bank, a parser, a scheduler.
import re
from collections import defaultdict, namedtuple
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache, partial, reduce
from itertools import chain, groupby
from typing import Iterator, Optional


class Kind(Enum):
    NUMBER = auto()
    OP = auto()
    END = auto()


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str


class Parser:
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

    def __init__(self, text: str):
        self._tokens: Iterator[Token] = self._scan(text)
        self._next: Token = next(self._tokens)

    @staticmethod
    def _scan(text):
        for m in re.finditer(r"\s*(?:(\d+(?:\.\d+)?)|(.))", text):
            yield Token(Kind.NUMBER, m[1]) if m[1] else Token(Kind.OP, m[2])
        yield Token(Kind.END, "")

    def _take(self) -> Token:
        token, self._next = self._next, next(self._tokens, Token(Kind.END, ""))
        return token

    def parse(self, least: int = 0) -> Decimal:
        token = self._take()
        if token.text == "(":
            left = self.parse()
            self._take()
        elif token.text == "-":
            left = -self.parse(3)
        elif token.kind is Kind.NUMBER:
            left = Decimal(token.text)
        else:
            raise SyntaxError(f"unexpected {token.text!r}")
        while (power := self.PRECEDENCE.get(self._next.text, 0)) > least:
            op = self._take().text
            right = self.parse(power - (op == "^"))
            left = {"+": left.__add__, "-": left.__sub__, "*": left.__mul__, "/": left.__truediv__, "^": left.__pow__}[op](right)
        return left


for text in ("1 + 2 * 3", "(1+2)*3", "2^3^2", "-2 * 3.5", "1 / 4 - 1", "1 + )"):
    try:
        print(text, "=", Parser(text).parse())
    except SyntaxError as error:
        print(text, "->", error, error.msg)


@dataclass
class Account:
    owner: str
    balance: Decimal = Decimal(0)
    history: list = field(default_factory=list)

    def __post_init__(self):
        self.opened = datetime(2024, 1, 1)

    @contextmanager
    def transaction(self, label):
        before = self.balance
        try:
            yield self
        except ArithmeticError as error:
            self.balance = before
            self.history.append((label, f"rolled back: {type(error).__name__}"))
        else:
            self.history.append((label, self.balance - before))


account = Account("Ann")
with account.transaction("deposit") as a:
    a.balance += Decimal("10.50")
with account.transaction("bad"):
    account.balance -= 5
    account.balance / 0
print(account, account.opened + timedelta(days=30))
words = "to be or not to be that is the question".split()
index = defaultdict(set)
for position, word in enumerate(words):
    index[word[0]].add(position)
print({k: sorted(v) for k, v in sorted(index.items())}, {k: list(g) for k, g in groupby(sorted(set(words), key=len), key=len)}.keys(), reduce(lambda acc, w: acc | {w: acc.get(w, 0) + 1}, words, {}))
Edge = namedtuple("Edge", "a b cost")
edges = [Edge("a", "b", 1), Edge("b", "c", 2), Edge("a", "c", 5)]


@lru_cache(None)
def cheapest(start: str, goal: str) -> Optional[int]:
    if start == goal:
        return 0
    found = [e.cost + rest for e in edges if e.a == start and (rest := cheapest(e.b, goal)) is not None]
    return min(found, default=None)


print(cheapest("a", "c"), cheapest("c", "a"), sorted(chain.from_iterable(edges), key=str), list(map(partial(max, 2), [1, 5])))

# ---
# Objects that hold themselves, deep recursion, many objects, long strings.
class Tree:
    __slots__ = ("left", "right", "value")

    def __init__(self, value):
        self.value = value
        self.left = self.right = None

    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(value))
        else:
            child.insert(value)
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def __len__(self):
        return sum(1 for _ in self)


root = Tree(50)
for n in [25, 75, 10, 30, 60, 90, 5]:
    root.insert(n)
print(list(root), len(root), 30 in root, [*root][:2])


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(800))
try:
    depth(10**6)
except RecursionError as error:
    print(str(error).startswith("maximum recursion depth exceeded"))
loop = {"self": None}
loop["self"] = loop
items = [loop]
items.append(items)
print(loop, items, len("x" * 10**6), sum(range(10**5)), len([0] * 10**5))


class Linked:
    def __init__(self, *values):
        self.head = None
        for value in reversed(values):
            self.head = (value, self.head)

    def __iter__(self):
        node = self.head
        while node:
            value, node = node
            yield value

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [*self][index]
        for at, value in enumerate(self):
            if at == index:
                return value
        raise IndexError(index)

    def __reversed__(self):
        return iter([*self][::-1])

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self))})"


chain = Linked(1, 2, 3)
print(chain, chain[1], chain[:2], list(reversed(chain)), 3 in chain, max(chain))


class OldStyle:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(list(OldStyle()), 20 in OldStyle(), tuple(OldStyle()))
