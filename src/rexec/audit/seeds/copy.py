import copy
copy.copy([])
copy.deepcopy({})
copy.copy(len)
copy.deepcopy(x for x in ())
copy.copy(copy)
copy.copy(type)
copy.copy(object())
copy.copy(1).__class__
copy.copy(1 .__class__)
copy.replace(1)
