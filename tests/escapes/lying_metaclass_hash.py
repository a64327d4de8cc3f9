# I5: the set of guest types is looked up by hash and ==; a class in it must not answer for a class that is not.
class M(type):    ### denied: __hash__
    def __hash__(cls):
        return 1


# ---
class M(type):    ### denied: __eq__
    def __eq__(cls, other):
        return True
