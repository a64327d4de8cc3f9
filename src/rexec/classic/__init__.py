"""
``RExec``, ``RHooks`` and ``Bastion``: the Python 2 interface.

A thin skin: ``tuples`` reads a subclass's attributes once, ``translation`` makes a Policy of them, ``world`` is the
environment of that policy, and the rest answers to the old names.
"""
