name, n, items = "world", 3.14159, [1, 2]
print(f"hello {name}", f"{n:.2f}", f"{n:>10.3f}|", f"{name!r:>10}", f"{name!s}{name!a}", f"{items[0]} {items}", f"{{}}", f"")
print(f"{n=}", f"{n = :.1f}", f"{name=!s}", f"{1 + 1 = }", f'{"nested"}', f"{name.upper()}", f"{items.__class__.__name__}")
width, precision = 10, 2
print(f"{n:{width}.{precision}f}|", f"{name:{'>'}{width}}", f"{n:{width}{'.1f'}}", rf"\n{n:.0f}", f"a" "b" f"{n:.1f}" 'c')
print(f"""{
    name
}""", f"{(lambda x: x * 2)(4)}", f"{ {'k': 1}['k'] }", f"{'a' if n else 'b'}", f"{[x for x in items]}", f"{(y := 5)}{y}")
print(f"{1,2}", f"{*items,}", f"{'%d' % 3}", f"{n!r:.4}", f"{None}{True}{...}")

# ---
class A:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
a = A()
print(f"{a}", f"{a:x y}", f"{a!r}", f"{a!s:>5}", format(a, "z"), "{:q}".format(a))
import datetime
print(f"{datetime.date(2024, 5, 17):%Y/%m/%d}", f"{10**6:,}", f"{255:#x}", f"{0.5:%}", f"{1e10:e}", f"{'x':^5}", f"{-1:+}", f"{5:03}")

# ---
f"{x.__class__}{x.gi_frame}"   ### refused: gi_frame
f"{__builtins__}"              ### refused: "__builtins__"
f"{x:{y.__code__}}"            ### refused: __code__
f"{().__class__.mro()}"        ### refused: "mro"

# ---
print(f"{().__class__}", f"{().__class__.__name__!r}")
f"{object.__subclasses__}"  ### denied: __subclasses__

# ---
f"{1:d}" f"{'x':d}"  ### raised: ValueError: Unknown format code 'd' for object of type 'str'

# ---
f"{1!x}"  ### refused: f-string

# ---
# python: >=3.12
name = "n"
print(f"{name + "same quotes"}", f"{"\n".join(["a", "b"])}", f"{f"{f"{1 + 1}"}"}", f"{name  # a comment
}")

# ---
class A:
    __x = 1
    def f(self): return f"{self.__x} {self.__x=} {A.__x:03}"
print(A().f())
def g():
    x = 1
    return f"{x}{(lambda: x)()}{[x for _ in 'ab']}"
print(g())
