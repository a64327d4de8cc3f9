# I4: contextlib.redirect_stdout reads an attribute of its private sys under a name that a subclass chooses.
import contextlib


class Redirect(contextlib.redirect_stdout):
    _stream = "modules"


Redirect(None).__enter__()    ### denied: modules
