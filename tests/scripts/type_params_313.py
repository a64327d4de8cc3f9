# python: >=3.13
class Box[T = int, U = list[T]]: pass
class Many[*Ts = *tuple[int, str]]: pass
class Calls[**P = [int]]: pass
t, u = Box.__type_params__
print(t.__default__, u.__default__, t.has_default(), Box[str].__args__)
print(Many.__type_params__[0].__default__, Calls.__type_params__[0].__default__)
type Alias[T = str] = list[T]
print(Alias.__type_params__[0].__default__)
