# python: >=3.12
type Pair[T] = tuple[T, T]
type Tree = list[Tree] | int


def first[T](items: list[T]) -> T:
    return items[0]


class Box[T, *Ts, **P]:
    def __init__(self, value: T) -> None:
        self.value = value

    def map[U](self, f) -> "Box[U]":
        return Box(f(self.value))


print(first([1]), Box(5).map(str).value, Pair, Pair.__name__, Tree.__value__, first.__type_params__, Box.__type_params__, [p.__name__ for p in Box.__parameters__])


class Sorted[T: (int, str)]:
    items: list[T]

    @property
    def kind(self):
        return T


print(Sorted().kind, T if "T" in globals() else "no T", Sorted.__annotations__, Sorted.__type_params__[0].__constraints__)
x = f"{'a' + f"{'b' + "c"}"}{"\n".join(["x", "y"])}"
print(x, f"{
    1 +  # a comment
    2
}")


def generic_method():
    class Inner[K]:
        key: K

        def get[V](self, k: K, v: V) -> dict[K, V]:
            return {k: v}

    return Inner().get("a", 1), Inner.get.__annotations__, Inner.get.__type_params__


print(generic_method())
print([x for x in range(3) if (y := x)], y)


class Comp:
    a = 1
    b = 2
    c = [i for i in range(b)]


print(Comp.c)
