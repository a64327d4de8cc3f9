# Classes that are told their fields, as attrs, pydantic, an ORM and a settings library would have them.
class Factory:
    def __init__(self, make): self.make = make
    def __repr__(self): return "Factory()"

NOTHING = type("Nothing", (), {"__repr__": lambda self: "NOTHING", "__bool__": lambda self: False})()

class Attribute:
    counter = 0
    __slots__ = ("name", "default", "validator", "converter", "order")
    def __init__(self, default=NOTHING, validator=None, converter=None):
        self.name, self.default, self.validator, self.converter = None, default, validator, converter
        Attribute.counter += 1
        self.order = Attribute.counter
    def validate(self, check):
        self.validator = check
        return check
    def __repr__(self):
        return f"Attribute(name={self.name!r}, default={self.default!r})"

def define(cls=None, /, *, frozen=False, order=False):
    def wrap(cls):
        own = sorted(((k, v) for k, v in vars(cls).items() if isinstance(v, Attribute)), key=lambda kv: kv[1].order)
        fields = [*getattr(cls, "fields_", ())]
        for name, attribute in own:
            attribute.name = name
            delattr(cls, name)
            fields.append(attribute)
        cls.fields_ = tuple(fields)
        names = [each.name for each in fields]

        def __init__(self, *args, **kwargs):
            if len(args) > len(names):
                raise TypeError(f"{type(self).__name__} takes {len(names)} arguments")
            given = dict(zip(names, args)) | kwargs
            for each in fields:
                if each.name in given:
                    value = given.pop(each.name)
                elif isinstance(each.default, Factory):
                    value = each.default.make()
                elif each.default is NOTHING:
                    raise TypeError(f"missing {each.name!r}")
                else:
                    value = each.default
                if each.converter:
                    value = each.converter(value)
                if each.validator:
                    each.validator(self, each, value)
                object.__setattr__(self, each.name, value)
            if given:
                raise TypeError(f"unexpected {sorted(given)}")

        def __repr__(self):
            return f"{type(self).__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"

        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return [getattr(self, n) for n in names] == [getattr(other, n) for n in names]

        def __hash__(self):
            return hash(tuple(getattr(self, n) for n in names))

        cls.__init__, cls.__repr__, cls.__eq__ = __init__, __repr__, __eq__
        if frozen:
            def __setattr__(self, name, value):
                raise AttributeError(f"{name} is frozen")
            cls.__setattr__, cls.__hash__ = __setattr__, __hash__
        else:
            cls.__hash__ = None
        if order:
            cls.__lt__ = lambda a, b: [getattr(a, n) for n in names] < [getattr(b, n) for n in names]
        return cls
    return wrap if cls is None else wrap(cls)

def evolve(instance, **changes):
    return type(instance)(**{each.name: getattr(instance, each.name) for each in instance.fields_} | changes)

def asdict(instance):
    return {
        each.name: asdict(value) if hasattr(value := getattr(instance, each.name), "fields_") else value
        for each in instance.fields_
    }

@define(frozen=True, order=True)
class Point:
    x = Attribute(converter=int)
    y = Attribute(default=0)
    @y.validate
    def _check(self, attribute, value):
        if value < 0:
            raise ValueError(f"{attribute.name} must not be negative, but is {value}")

@define
class Shape:
    name = Attribute()
    points = Attribute(default=Factory(list))

@define
class Circle(Shape):
    radius = Attribute(default=1.0)
    center = Attribute(default=Factory(lambda: Point(0)))

p, c = Point("3", 4), Circle("c", radius=2.5)
print(p, c, p == Point(3, 4), Point(1) < Point(2), hash(p) == hash(Point(3, 4)), evolve(p, y=9), asdict(c))
for make in (lambda: Point(1, -1), lambda: Point(), lambda: Point(1, 2, 3), lambda: Shape("a", colour=1), lambda: setattr(p, "x", 1), lambda: hash(c)):
    try:
        make()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(Circle.fields_, sorted([Point(2), Point(1)]), c.points is Circle("d").points)

# ---
from typing import Any, ClassVar, Optional, Union, get_args, get_origin, get_type_hints

class ValidationError(ValueError):
    def __init__(self, problems):
        self.problems = problems
        super().__init__("; ".join(f"{'.'.join(map(str, path))}: {text}" for path, text in problems))

def check(kind, value, path):
    origin = get_origin(kind)
    if kind is Any:
        return value
    if origin is Union:
        problems = []
        for each in get_args(kind):
            try:
                return check(each, value, path)
            except ValidationError as error:
                problems += error.problems
        raise ValidationError(problems[:1])
    if origin is list:
        (item,) = get_args(kind)
        if not isinstance(value, list):
            raise ValidationError([(path, "not a list")])
        return [check(item, each, (*path, index)) for index, each in enumerate(value)]
    if origin is dict:
        key, item = get_args(kind)
        return {check(key, k, (*path, "key")): check(item, v, (*path, k)) for k, v in value.items()}
    if isinstance(kind, type) and issubclass(kind, Model):
        return value if isinstance(value, kind) else kind(**value)
    if kind is type(None):
        if value is None:
            return None
        raise ValidationError([(path, "not None")])
    try:
        return value if isinstance(value, kind) else kind(value)
    except (TypeError, ValueError) as error:
        raise ValidationError([(path, str(error))]) from error

class ModelMeta(type):
    def __new__(meta, name, bases, namespace, *, strict=False):
        cls = super().__new__(meta, name, bases, namespace)
        hints = {k: v for k, v in get_type_hints(cls).items() if get_origin(v) is not ClassVar}
        cls._hints, cls._strict = hints, strict or any(getattr(base, "_strict", False) for base in bases)
        cls._validators = {}
        for base in reversed(cls.__mro__):
            for each in vars(base).values():
                for field in getattr(each, "_validates", ()):
                    cls._validators.setdefault(field, []).append(each)
        return cls
    def __len__(cls):
        return len(cls._hints)

def validator(*fields):
    def mark(function):
        function._validates = fields
        return function
    return mark

class Model(metaclass=ModelMeta):
    def __init__(self, **data):
        problems = []
        for name, kind in self._hints.items():
            if name in data:
                raw = data.pop(name)
            elif hasattr(type(self), name):
                raw = getattr(type(self), name)
            else:
                problems.append(((name,), "missing"))
                continue
            try:
                value = check(kind, raw, (name,))
                for each in self._validators.get(name, ()):
                    value = each(self, value)
                self.__dict__[name] = value
            except ValidationError as error:
                problems += error.problems
            except ValueError as error:
                problems.append(((name,), str(error)))
        if self._strict and data:
            problems += [((name,), "unknown") for name in data]
        if problems:
            raise ValidationError(problems)
    def dict(self):
        return {k: v.dict() if isinstance(v, Model) else v for k, v in vars(self).items()}
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    def __eq__(self, other):
        return type(other) is type(self) and vars(self) == vars(other)

class Address(Model):
    street: str
    number: Optional[int] = None

class User(Model, strict=True):
    limit: ClassVar[int] = 3
    name: str
    age: int = 18
    tags: list[str] = []
    address: Address
    scores: dict[str, float] = {}
    @validator("name", "age")
    def not_empty(self, value):
        if not value:
            raise ValueError("must not be empty")
        return value
    @validator("name")
    def title(self, value):
        return value.title()

u = User(name="ada", age="36", tags=["x", 1], address={"street": "Main", "number": "5"}, scores={"a": "1.5"})
print(u, u.dict(), len(User), u == User(**u.dict()))
try:
    User(name="", age="many", address=Address(street="S"), extra=1)
except ValidationError as error:
    print(error, isinstance(error.__cause__, ValueError), len(error.problems))

# ---
class Field:
    def __init__(self, kind, *, primary=False, null=False):
        self.kind, self.primary, self.null = kind, primary, null
    def __set_name__(self, owner, name):
        self.name, self.slot = name, f"_{owner.__name__}_{name}"
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.slot)
    def __set__(self, instance, value):
        if value is None and not self.null or value is not None and not isinstance(value, self.kind):
            raise TypeError(f"{self.name} takes {self.kind.__name__}, not {value!r}")
        instance.__dict__[self.slot] = value
        instance._changed.add(self.name)
    def __eq__(self, other): return Where(lambda row: getattr(row, self.name) == other, f"{self.name} = {other!r}")
    def __lt__(self, other): return Where(lambda row: getattr(row, self.name) < other, f"{self.name} < {other!r}")
    def __hash__(self): return hash(self.name)
class Where:
    def __init__(self, test, text): self.test, self.text = test, text
    def __and__(self, other): return Where(lambda row: self.test(row) and other.test(row), f"({self.text} AND {other.text})")
    def __or__(self, other): return Where(lambda row: self.test(row) or other.test(row), f"({self.text} OR {other.text})")
    def __invert__(self): return Where(lambda row: not self.test(row), f"NOT {self.text}")
class Query:
    def __init__(self, table, where=None, by=None, count=None): self.table, self.where, self.by, self.count = table, where, by, count
    def filter(self, where): return Query(self.table, where if self.where is None else self.where & where, self.by, self.count)
    def order_by(self, field): return Query(self.table, self.where, field, self.count)
    def limit(self, count): return Query(self.table, self.where, self.by, count)
    def __iter__(self):
        rows = [row for row in self.table.rows if self.where is None or self.where.test(row)]
        if self.by is not None:
            rows.sort(key=lambda row: getattr(row, self.by.name))
        return iter(rows[: self.count])
    def __str__(self):
        text = f"SELECT {', '.join(self.table.columns)} FROM {self.table.__name__.lower()}"
        text += f" WHERE {self.where.text}" if self.where else ""
        text += f" ORDER BY {self.by.name}" if self.by is not None else ""
        return text + (f" LIMIT {self.count}" if self.count is not None else "")
class Table:
    tables = {}
    def __init_subclass__(cls, *, abstract=False, **rest):
        super().__init_subclass__(**rest)
        cls.rows = []
        cls.columns = [name for base in reversed(cls.__mro__) for name, value in vars(base).items() if isinstance(value, Field)]
        if not abstract:
            Table.tables[cls.__name__] = cls
    def __init__(self, **values):
        self._changed = set()
        for name in self.columns:
            setattr(self, name, values.pop(name, None))
        if values:
            raise TypeError(f"no column {next(iter(values))!r}")
        self._changed.clear()
    def save(self):
        self.rows.append(self)
        return self
    @classmethod
    def select(cls): return Query(cls)
    def __repr__(self): return f"<{type(self).__name__} {' '.join(f'{n}={getattr(self, n)!r}' for n in self.columns)}>"
class Stamped(Table, abstract=True):
    created = Field(int, null=True)
class Person(Stamped):
    name = Field(str)
    age = Field(int)
for name, age in [("Ann", 30), ("Bob", 25), ("Cy", 41)]:
    Person(name=name, age=age).save()
q = Person.select().filter((Person.age < 40) & ~(Person.name == "Bob") | (Person.name == "Cy")).order_by(Person.name).limit(5)
print(q, list(q), list(Table.tables), Person.columns)
p = next(iter(q))
p.age = 31
print(p, p._changed, Person.age.name, [k for k in vars(p) if "age" in k])
for bad in ({"name": "x"}, {"name": "x", "age": "y"}, {"name": "x", "age": 1, "z": 1}):
    try:
        Person(**bad)
    except TypeError as error:
        print(error)
