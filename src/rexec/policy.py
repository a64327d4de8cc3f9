"""What a guest is granted, and how much of it: one frozen value. No files are read here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from rexec.errors import PolicyError

if TYPE_CHECKING:
    from rexec.classic.rexec import RExec

FILE_TYPES: Final = ("source", "extension")


@dataclass(frozen=True, slots=True)
class Budget:
    """
    The limits that hold in every mode. None: no limit.

    ``output_bytes`` counts what the guest writes to its output streams, in UTF-8; ``result_bytes`` and
    ``result_depth`` bound the value handed back; ``source_bytes``, ``nesting`` (brackets and blocks within
    each other) and ``nodes`` (of the syntax tree) bound each text before it is compiled.
    """

    output_bytes: int | None = 10_000_000
    result_bytes: int | None = 10_000_000
    result_depth: int = 100
    source_bytes: int = 2_000_000
    nesting: int = 100
    nodes: int = 500_000


class Modules(Mapping[str, "tuple[str, ...] | Literal[True]"]):
    """Module name to the names it shows; True stands for the reviewed default. Immutable, hashable."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, Iterable[str] | Literal[True]] | None = None) -> None:
        pairs: dict[str, tuple[str, ...] | Literal[True]] = {}
        for name, shown in (items or {}).items():
            if type(name) is not str:
                raise PolicyError(f"a module name is a str, not {type(name).__name__}")
            if shown is not True and isinstance(shown, str):
                raise PolicyError(f"modules.{name}: a tuple of names is wanted, not the single str {shown!r}")
            pairs[name] = True if shown is True else tuple(shown)
        self._items: tuple[tuple[str, tuple[str, ...] | Literal[True]], ...] = tuple(sorted(pairs.items()))

    def __getitem__(self, name: str) -> tuple[str, ...] | Literal[True]:
        for known, shown in self._items:
            if known == name:
                return shown
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Modules) and self._items == other._items

    def __repr__(self) -> str:
        return f"Modules({dict(self._items)!r})"


@dataclass(frozen=True, slots=True)
class Policy:
    """
    What is granted. ``Policy()`` grants no module, no file and no name of the process: the language alone.

    ``deny_builtins`` names builtins that the guest does not get; ``import_path`` and ``read_path`` are
    directories (absolute) whose source files may be imported, and whose files ``open`` may read;
    ``environ`` holds the pairs that it sees as ``os.environ``.
    """

    name: str = "nothing"
    description: str = ""
    deny_builtins: frozenset[str] = frozenset()
    modules: Modules = field(default_factory=Modules)
    import_path: tuple[str, ...] = ()
    read_path: tuple[str, ...] = ()
    file_types: tuple[str, ...] = ("source",)
    environ: tuple[tuple[str, str], ...] = ()
    budget: Budget = field(default_factory=Budget)

    def __post_init__(self) -> None:
        if type(self.modules) is not Modules:
            object.__setattr__(self, "modules", Modules(self.modules))
        for key in ("import_path", "read_path", "file_types"):
            value = getattr(self, key)
            if type(value) is str:
                raise PolicyError(f"{key}: a tuple is wanted, not the single str {value!r}")
            object.__setattr__(self, key, tuple(value))
        for kind in self.file_types:
            if kind not in FILE_TYPES:
                raise PolicyError(f"file_types: {kind!r} is none of {', '.join(FILE_TYPES)}")
        given: object = self.deny_builtins
        if isinstance(given, str):
            raise PolicyError(f"deny_builtins: a set is wanted, not the single str {given!r}")
        object.__setattr__(self, "deny_builtins", frozenset(self.deny_builtins))

    @staticmethod
    def load(name: str) -> Policy:
        """
        The policy of a shipped name (``"default"``) or of a path to a TOML file.

        Raises PolicyError that names file, line and key.
        """
        from rexec.policy_file import load  # the room above: only this door leads to files

        return load(name)

    def to_rexec(self, hooks: Any = None, verbose: int = 0) -> RExec:
        """
        An RExec that grants what this policy does, whose class attributes say it in the six documented tuples.

        PolicyError for a module without a facade.
        """
        from rexec.classic.rexec import from_policy  # the room above: only this door leads to it

        return from_policy(self, hooks, verbose)

    @staticmethod
    def loads(text: str, *, filename: str = "<policy>") -> Policy:
        """The policy that a text of TOML describes. Relative directories count from the current one."""
        from rexec.policy_file import loads

        return loads(text, filename=filename)
