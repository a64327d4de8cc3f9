"""
weakref.ref, run as guest code: guests and the library's own text derive from it.

``reference`` (C's type) and ``make`` are put into its namespace; ``make`` decides what a callback may be told.
"""


class ReferenceType(reference):
    """A reference to an object that does not keep it alive."""

    __slots__ = ()

    def __new__(cls, ob, callback=None, /, **keywords):
        if keywords and cls is ReferenceType:
            raise TypeError("ref() takes no keyword arguments")
        return make(cls, ob, callback)  # what else a class below takes is for its __init__
