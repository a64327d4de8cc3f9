import weakref
class Kept: pass
kept = Kept()
weakref.ref(kept)
weakref.ref(kept, print)
weakref.proxy(kept)
weakref.WeakSet([kept])
weakref.WeakMethod(kept.__init__)
weakref.finalize(kept, len)
weakref.finalize(kept, len).peek()
weakref.WeakKeyDictionary({kept: 1})
weakref.WeakValueDictionary({1: kept})
weakref.WeakKeyDictionary({kept: 1}).data
weakref.getweakrefs(kept)
weakref.ref(1)
weakref.ref(print)
weakref.proxy(1)
