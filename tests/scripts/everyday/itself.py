# What the builtins say about themselves.
print(print.__name__, print.__qualname__, print.__module__, getattr.__name__, vars.__qualname__, input.__name__, open.__name__)
print(type.__bases__, type.__base__, type.__mro__, type.__name__, type(type) is type, isinstance(type, type))
print(int.__bases__, bool.__mro__, ValueError.__base__, type(int).__bases__)


class Meta(type):
    pass


print(Meta.__bases__, Meta.__mro__, Meta.__base__, Meta("x", (), {}).__bases__)
