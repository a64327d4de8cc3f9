"""
typing.Generic where the interpreter makes it in C, run as guest code: guests derive from it.

``class_getitem`` and ``init_subclass`` are put into its namespace; they ask the guest's own copy of ``typing``.
"""


class Generic:
    """The base of classes that have type parameters."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, *arguments, **keywords):
        return class_getitem(cls, *arguments, **keywords)

    def __init_subclass__(cls, *arguments, **keywords):
        init_subclass(cls, *arguments, **keywords)
