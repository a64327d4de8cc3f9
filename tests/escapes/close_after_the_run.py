# I6: C calls close() of a file in memory when it is let go of, so no class of the guest's derives from what copies use.
import shlex
stream = shlex.shlex("a").instream
class Later(type(stream)):    ### denied: cannot be a base class
    def close(self): print("in the host's time")

# ---
import pprint
class Printer(pprint.PrettyPrinter):
    def _format(self, value, stream, *rest):
        class Later(type(stream)):    ### denied: cannot be a base class
            def close(self): print("in the host's time")
Printer().pformat(1)
