import functools
@functools.singledispatch
def dispatched(x): return x
@functools.lru_cache
def cached(x): return x
@functools.cache
def kept(x): return x
@functools.wraps(len)
def wrapped(x): return x
class Lazy:
    @functools.cached_property
    def value(self): return 1
    @functools.singledispatchmethod
    def method(self, x): return x
    part = functools.partialmethod(len)
dispatched
dispatched.registry
dispatched.dispatch(int)
cached
cached.cache_info()
cached.cache_parameters()
kept
wrapped
functools.partial(int, 1, base=2)
functools.partial(int).func
functools.cmp_to_key(len)
functools.cmp_to_key(len)(1)
functools.total_ordering
Lazy.__dict__["value"]
Lazy().method
Lazy().part
Lazy.__dict__["part"]
functools.reduce(len, [])
dispatched()
