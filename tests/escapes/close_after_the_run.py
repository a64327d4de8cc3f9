# I6: C calls close() of a file when nobody holds it any more; pprint and shlex hand their files in memory to the guest.
import shlex
stream, closed = shlex.shlex("a").instream, []
class Later(type(stream)):
    def close(self): closed.append(self)
Later("x")
assert closed == []

# ---
import pprint
closed = []
class Printer(pprint.PrettyPrinter):
    def _format(self, value, stream, *rest):
        class Later(type(stream)):
            def close(self): closed.append(self)
        Later("x")
Printer().pformat(1)
assert closed == []
