# I3: a guest's ABCMeta.__new__ chose the class that a patch of ours then set attributes of, past Frozen.
import abc
try: open("x")
except OSError as error: kind = type(error)
before = kind.__module__
make = abc.ABCMeta.__new__
def choose(meta, name, bases, namespace, **named):
    return kind if name == "BufferedRWPair" else make(meta, name, bases, namespace, **named)
try:
    abc.ABCMeta.__new__ = choose
    import io
    io.BufferedRWPair
except (AttributeError, TypeError): pass
assert kind.__module__ == before == "rexec", kind.__module__
