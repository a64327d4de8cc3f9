"""
warnings.catch_warnings, run as guest code.

The library's own keeps the module among its attributes, where a guest could read it. ``read`` and ``write`` are put
into its namespace: what the module holds under a name.
"""


class catch_warnings:
    """A context manager that restores the filters and the hooks of warnings, and may keep a list of what is shown."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        if module is not None:
            raise NotImplementedError("a guest has one module of warnings")
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] if self._record else []
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._filters = read("filters")
        write("filters", self._filters[:])
        read("_filters_mutated")()
        self._showwarning = read("showwarning")
        self._showwarnmsg_impl = read("_showwarnmsg_impl")
        if self._record:
            log = []
            write("_showwarnmsg_impl", log.append)
            write("showwarning", read("_showwarning_orig"))
        else:
            log = None
        if self._filter is not None:
            read("simplefilter")(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        write("filters", self._filters)
        read("_filters_mutated")()
        write("showwarning", self._showwarning)
        write("_showwarnmsg_impl", self._showwarnmsg_impl)
