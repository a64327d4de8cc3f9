"""``RExec``: restricted execution, as in Python 2, on Python 3."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from rexec.budget import OutputMeter
from rexec.classic import defaults, host_modules
from rexec.classic.environment import ClassicEnvironment
from rexec.classic.hooks import RHooks
from rexec.classic.loader import RModuleImporter, RModuleLoader
from rexec.classic.making import MakingMethods
from rexec.classic.redirection import StreamMethods
from rexec.classic.running import RunningMethods, Texts
from rexec.classic.streams import ClassicStreams
from rexec.classic.threads import Threads
from rexec.classic.translation import attributes_of, not_known, policy_of, uncurated, whole_policy_of
from rexec.classic.tuples import Tuples, read
from rexec.guest.facades import check
from rexec.policy import Budget, Policy
from rexec.run import execute


class _ToPolicy:
    """``to_policy`` of an instance, and of a class."""

    def __get__(self, instance: RExec | None, owner: type[RExec]) -> Any:
        return _policy_of_class(owner) if instance is None else instance._to_policy


class RExec(RunningMethods, MakingMethods, StreamMethods):
    """
    A place where code that nobody trusts runs, under a policy that a subclass states in its class attributes.

        class Calculator(RExec):
            ok_builtin_modules = ("math", "cmath")
            ok_posix_names = ()
            ok_path = ()

        r = Calculator()
        r.r_exec("import math; area = math.pi * 4")
        r.r_eval("area")

    The attributes are read when an instance is made; changing them later changes nothing for it. ``open`` and
    ``reload`` are what ``r_open`` and ``r_reload`` say, whatever ``nok_builtin_names`` holds.

    *hooks* is an RHooks that serves source files; *verbose* from 1 on logs imports and denials to the logger "rexec".
    The code runs in the host's own process, without a limit on time or memory.
    """

    nok_builtin_names: Iterable[str] = defaults.NOK_BUILTIN_NAMES
    ok_builtin_modules: Iterable[str] = defaults.OK_BUILTIN_MODULES
    ok_path: Iterable[str] = defaults.OK_PATH
    ok_posix_names: Iterable[str] = defaults.OK_POSIX_NAMES
    ok_sys_names: Iterable[str] = defaults.OK_SYS_NAMES
    ok_file_types: Iterable[int] = defaults.OK_FILE_TYPES
    # What Python 2 had no attributes for.
    ok_read_path: Iterable[str] = defaults.OK_READ_PATH
    ok_environ_names: Iterable[str] | None = None
    module_exports: Mapping[str, Iterable[str]] = {}
    budget: Budget = defaults.BUDGET

    _given: Policy | None = None  # of a class that Policy.to_rexec() made
    to_policy = _ToPolicy()

    def __init__(self, hooks: Any = None, verbose: int = 0) -> None:
        self.verbose = verbose
        self.hooks = RHooks(verbose) if hooks is None else hooks
        if isinstance(hooks, type) or not callable(getattr(self.hooks, "set_rexec", None)):
            raise TypeError(f"hooks: an RHooks is wanted, not {type(hooks).__name__}")
        self.hooks.set_rexec(self)
        title = type(self).__name__
        self._tuples: Tuples = read(self, title)
        self.set_trusted_path()
        policy = self._given or policy_of(self._tuples, _policy_name(type(self)))
        check(policy.modules)
        if self._given is None:
            self._warn()
        self._streams = ClassicStreams(OutputMeter(policy.budget.output_bytes))
        self._texts = Texts(policy.budget)
        self._threads = Threads()
        self.environment: ClassicEnvironment = self._threads.run(
            ClassicEnvironment,
            self,
            self._tuples,
            policy,
            self._streams,
            load=self._texts.load,
            execute=execute,
            source_line=self._texts.line,
        )
        self.modules: dict[str, Any] = self.environment.importer.modules
        self._threads.run(self._make)
        self.loader: Any = RModuleLoader(self.hooks, verbose)
        self.importer: Any = RModuleImporter(self.loader, verbose)

    def _make(self) -> None:
        self.make_builtin()
        self.make_initial_modules()
        self.make_sys()

    def _warn(self) -> None:
        """Say what a subclass should know of its attributes, at the line that makes the instance."""
        found = [host_modules.warning_about(name) for name in self._uncurated()]
        for names, module, key in (
            (self._tuples.ok_posix_names, "posix", "ok_posix_names"),
            (self._tuples.ok_sys_names, "sys", "ok_sys_names"),
        ):
            found += [f"{key}: {name!r} is not shown to guests" for name in not_known(names, module)]
        for text in found:
            warnings.warn(text, UserWarning, stacklevel=3)

    def _uncurated(self) -> list[str]:
        return [name for name in uncurated(self._tuples) if host_modules.is_available(name, self.trusted_path)]

    def _to_policy(self) -> Policy:
        """The policy that grants what this does. PolicyError for a module that rexec has no facade for."""
        if self._given is not None:
            return self._given
        return whole_policy_of(self._tuples, _policy_name(type(self)), self._uncurated())

    # ------------------------------------------------------------------------------------ verbosity

    def get_verbose(self) -> int:
        return self.verbose

    def set_verbose(self, verbose: int) -> None:
        self.verbose = verbose

    def note(self, *args: Any) -> None:
        """Print ``args[0] % args[1:]`` if this is verbose."""
        if self.verbose:
            self.message(*args)

    def message(self, *args: Any) -> None:
        """Print ``args[0] % args[1:]``."""
        print(args[0] % args[1:] if len(args) > 1 else args[0])


def _policy_name(cls: type[RExec]) -> str:
    return "classic" if cls is RExec else cls.__name__


def _policy_of_class(cls: type[RExec]) -> Any:
    """``to_policy`` of a class: what an instance made now would say."""

    def to_policy() -> Policy:
        if cls._given is not None:
            return cls._given
        tuples = read(cls, cls.__name__)
        trusted = host_modules.trusted_directories()
        left = (name for name in uncurated(tuples) if host_modules.is_available(name, trusted))
        return whole_policy_of(tuples, _policy_name(cls), left)

    return to_policy


def from_policy(policy: Policy, hooks: Any = None, verbose: int = 0) -> RExec:
    """``Policy.to_rexec``: an RExec of a class of its own, whose attributes say what the policy does."""
    cls: type[RExec] = type("RExec", (RExec,), {**attributes_of(policy), "_given": policy, "__doc__": RExec.__doc__})
    return cls(hooks, verbose)
