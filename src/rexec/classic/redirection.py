"""The stream methods of ``RExec``: ``s_apply`` and what it is made of."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rexec.classic.files import FileWrapper, HostDelegate, underneath
from rexec.classic.streams import NAMES, ClassicStreams


class _OfThread:
    """An attribute that each thread has for itself, and nobody before it is set."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type) -> Any:
        known = instance._streams.calls.__dict__ if instance is not None else {}
        if self.name not in known:
            raise AttributeError(f"{owner.__name__!r} object has no attribute {self.name!r}")
        return known[self.name]

    def __set__(self, instance: Any, value: Any) -> None:
        instance._streams.calls.__dict__[self.name] = value


class StreamMethods:
    """
    Calls during which the guest has ``sys.stdin``, ``sys.stdout`` and ``sys.stderr``.

    They stand for the host's own, as those are when the call begins. While it lasts the host's are replaced, so that
    what host code prints for the guest goes where the guest's output goes; ``redirect_host = False`` leaves them alone.
    Calls may be nested, and each thread has its own.
    """

    redirect_host = True
    save_stdin, save_stdout, save_stderr = _OfThread(), _OfThread(), _OfThread()
    delegate_stdin, delegate_stdout, delegate_stderr = _OfThread(), _OfThread(), _OfThread()
    restricted_stdin, restricted_stdout, restricted_stderr = _OfThread(), _OfThread(), _OfThread()
    _streams: ClassicStreams

    def s_apply(self, func: Callable[..., Any], args: Sequence[Any] = (), kw: Mapping[str, Any] | None = None) -> Any:
        """Call a function with the streams of the guest in place; its result."""
        self.save_files()
        try:
            self.set_files()
            return func(*args, **(kw or {}))
        finally:
            self.restore_files()

    def save_files(self) -> None:
        """Remember the host's streams until ``restore_files``."""
        saved = {name: getattr(sys, name) for name in NAMES}
        self._streams.saved().append((saved, {}))
        for name, stream in saved.items():
            setattr(self, f"save_{name}", stream)

    def make_delegate_files(self) -> None:
        """New stand-ins, both ways: ``restricted_std*`` for the guest, ``delegate_std*`` for the host."""
        for name in NAMES:
            stream = getattr(sys, name)
            given = self._streams.current(name) if self._streams.is_streaming() else self._streams.wrapped(name, stream)
            setattr(self, f"restricted_{name}", given)
            setattr(self, f"delegate_{name}", HostDelegate(self._streams, name, stream))

    def set_files(self) -> None:
        """Put the stand-ins in place. What ``reset_files`` kept is the guest's again."""
        if not self._streams.saved() or self._streams.saved()[-1][1]:
            self.save_files()
        self.make_delegate_files()
        given = {name: getattr(self, f"restricted_{name}") for name in NAMES}
        self._streams.enter({**given, **self._streams.kept()})
        delegates = self._streams.saved()[-1][1]
        for name in NAMES:
            delegates[name] = getattr(self, f"delegate_{name}")
            if self.redirect_host:
                setattr(sys, name, delegates[name])

    def restore_files(self) -> None:
        """
        Put the host's streams back, whatever stands there, and take the guest's away. RuntimeError if none are saved.
        """
        self._restore()

    def reset_files(self) -> None:
        """As ``restore_files``; the guest finds the streams that it has now at the next ``set_files``."""
        kept = self._restore()
        self._streams.kept().update(kept)
        for name, stream in kept.items():
            setattr(self, f"restricted_{name}", stream)

    def _restore(self) -> dict[str, Any]:
        if not self._streams.saved():
            raise RuntimeError("no streams are saved: save_files() comes first")
        saved, delegates = self._streams.saved().pop()
        if not delegates:
            return {}
        left = self._streams.leave()
        self._streams.kept().clear()
        for name, delegate in delegates.items():
            delegate.is_over = True
            now = getattr(sys, name)
            if type(now) is HostDelegate and not now.is_over:
                continue  # another thread's call, which began later
            if self.redirect_host:
                setattr(sys, name, underneath(saved[name]))
        return left

    def wrap_file(self, file: Any) -> FileWrapper:
        """What a guest gets of an open file of the host: its methods, and closing it. For overrides of ``r_open``."""
        return FileWrapper(file, closes=True)
