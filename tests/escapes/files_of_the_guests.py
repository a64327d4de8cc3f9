# C's RawIOBase.read() believes what readinto() says of its length, and hands out memory that lies behind its own.
import io
class Raw(io.RawIOBase):
    def readinto(self, buffer): return 100_000
assert len(Raw().read(10)) <= 10

# ---
# C's BufferedReader lends its own memory to readinto(), which could keep it and read what comes to lie there.
import io
kept = []
class Raw(io.RawIOBase):
    def readable(self): return True
    def readinto(self, buffer):
        kept.append(buffer)
        return 0
reader = io.BufferedReader(Raw())
reader.read(100)
assert all(type(each) in (bytearray, memoryview) for each in kept)
del reader
assert kept[0] == b""

# ---
# As does BufferedWriter, with write().
import io
kept = []
class Raw(io.RawIOBase):
    def writable(self): return True
    def write(self, data):
        kept.append(data)
        return len(data)
writer = io.BufferedWriter(Raw())
writer.write(b"abc")
writer.flush()
del writer
assert type(kept[0]) in (bytes, bytearray)

# ---
# A base class of C's that the guest finds behind a file calls close() when nobody holds the file any more.
import io
late = []
class File(io.StringIO.__mro__[2]):
    def close(self): late.append("file")
class Text(io.StringIO):
    def close(self): late.append("text")
class Below(Text): pass
class Base(io.IOBase):
    def close(self): late.append("base")
for kind in (File, Text, Below, Base, type("Made", (io.BytesIO,), {"close": lambda self: late.append("made")})):
    kind()
assert late == []

# ---
# Entries of the process's registry of encodings are of the host's own text.
import codecs, io
w = io.TextIOWrapper(io.BytesIO(b"abc"), encoding="utf-8")
w.read()
home = type(w._get_decoder())
codecs.CodecInfo.left = codecs.lookup("utf-8").incrementaldecoder.left = 1
assert codecs.lookup("utf-8").left == 1

# ---
import io
io.StringIO.left = 1    ### raised: TypeError cannot set 'left' attribute of immutable type

# ---
import io
io.UnsupportedOperation.left = 1    ### denied: cannot be set here

# ---
# A method that deletes an attribute of whatever it is given.
import codecs
codecs.lookup("utf-16").streamreader.reset(print)    ### denied: takes an object made here

# ---
# A name that is no exact text found the host's own entry.
import codecs
class Name(str):
    __hash__ = str.__hash__
for found in (codecs.lookup(Name("utf-8")), codecs.lookup(Name("rot13")), codecs.getincrementaldecoder(Name("utf-8"))):
    assert type(found).__module__ != "encodings" and found is not None
assert codecs.lookup(Name("utf-8")) is codecs.lookup("utf-8")
codecs.lookup(Name("idna"))    ### raised: unknown encoding: idna

# ---
import codecs
class Name(str):
    def __eq__(self, other): return True
    def __hash__(self): return hash("strict")
codecs.lookup_error(Name("of the host's"))    ### raised: unknown error handler name

# ---
# A close() that lies in the file's own namespace is called as well, when the garbage is collected.
import io
s = io.StringIO()
s.close = print    ### denied: "close" of 'StringIO' object cannot be set here

# ---
import io
io.BytesIO().__dict__["close"] = print    ### denied: __dict__
