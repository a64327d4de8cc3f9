# python: >=3.13
class Box[T = int, *Ts = *tuple[int, str], **P = [int]]: pass
t, ts, p = Box.__type_params__
print(t.__default__, ts.__default__, p.__default__, t.has_default(), Box[str].__args__)
type Alias[T = str] = list[T]
print(Alias.__type_params__[0].__default__)
