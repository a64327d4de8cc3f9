# I1: a class pattern reads attributes in C, under the names that __match_args__ gives.
class A:
    __match_args__ = ("__class__",)    ### refused: __match_args__

# ---
class A:
    __match_args__ = tuple(["x"])    ### refused: literal tuple

# ---
class M(type):
    @property
    def __match_args__(cls):    ### refused: __match_args__
        return ("gi_frame",)

# ---
import abc


class M(abc.ABCMeta):
    def __getattr__(cls, name):
        if name == "__match_args__":
            return ("gi_frame",)
        raise AttributeError(name)


class A(metaclass=M):
    pass


A.register(type(x for x in ()))
match (x for x in ()):
    case A(frame):    ### raised: TypeError
        pass

# ---
class M(type):    ### denied: __getattribute__
    def __getattribute__(cls, name):
        return ("gi_frame",)


# ---
class Hook:
    pass


class M(Hook, type):
    pass


def answer(cls, name):
    return ("gi_frame",)


Hook.__getattribute__ = answer    ### denied: __getattribute__
