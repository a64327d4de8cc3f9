# I3: ExitStack calls what lies in its _exit_callbacks with the traceback, however it came there.
import contextlib

got = []
stack = contextlib.ExitStack()
stack._exit_callbacks.append((True, lambda *details: got.append(details[2]) or True))
with stack:
    1 / 0
print(len(got), got[0] is None)
assert not hasattr(got[0], "tb_frame") or type(got[0]).__module__ == "builtins"

# ---
import contextlib

got = []
stack = contextlib.ExitStack()
stack._exit_callbacks.append((True, lambda *details: got.append(details[2]) or True))
with stack:
    1 / 0
getattr(got[0], "tb_frame")    ### raised: AttributeError

# ---
# The same through a library's own with statement around the guest's context manager.
import contextlib


class Manager(contextlib.ContextDecorator):
    def __enter__(self):
        return self

    def __exit__(self, kind, exc, traceback):
        getattr(traceback, "tb_next")    ### raised: AttributeError


@Manager()
def fail():
    1 / 0


fail()
