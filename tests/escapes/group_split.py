# CVE-2025-22153: `except*` trusts what split() of an exception group returns.
class Group(ExceptionGroup):    ### denied: split
    def split(self, condition):
        return 1, 2


# ---
class Mixin:
    def derive(self, excs):
        return 1


class Group(Mixin, ExceptionGroup):    ### denied: derive
    pass


# ---
group = ExceptionGroup("g", [ValueError()])
group.split = lambda condition: (1, 2)    ### denied: split

# ---
class Group(ExceptionGroup):
    pass


group = Group("g", [ValueError()])
group.subgroup = lambda condition: 1    ### denied: subgroup

# ---
class Group(ExceptionGroup):
    pass


vars(Group("g", [ValueError()]))["split"] = print    ### raised: TypeError

# ---
class Mixin:
    pass


class Group(Mixin, ExceptionGroup):
    pass


Mixin.split = lambda self, condition: (1, 2)    ### denied: split
