import io
s = io.StringIO("one\ntwo\r\nthree")
print(s.readline(), list(s), s.seek(0), s.read(2), s.tell(), s.getvalue(), s.closed)
s = io.StringIO(newline=None)
print(s.write("a\r\nb"), s.getvalue(), s.seek(0, io.SEEK_END), s.truncate(1), s.getvalue())
class Named(io.StringIO): pass
n = Named("x")
n.name = "named"
print(n.name, n.__dict__, repr(s)[:21])
print("to memory", file=s)
with io.BytesIO(b"abc") as b:
    print(b.read(), b.getbuffer()[0], b.seek(1), b.read1(5), b.readable(), b.seekable(), b.writable(), b.isatty())
print(b.closed, io.DEFAULT_BUFFER_SIZE, io.SEEK_SET, io.SEEK_CUR)
for kind in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    print(kind, [isinstance(x, kind) for x in (s, b, 1)], issubclass(io.BytesIO, kind), issubclass(io.TextIOWrapper, kind))
print(io.UnsupportedOperation.__mro__, io.BlockingIOError is BlockingIOError, io.open is open)
try: s.fileno()
except io.UnsupportedOperation as error: print(error, isinstance(error, OSError))
print(io.IncrementalNewlineDecoder(None, True).decode("a\r\nb"), io.text_encoding("ascii"))

# ---
import io
b = io.BytesIO("été\r\nzwei\n\nlast".encode())
w = io.TextIOWrapper(b, encoding="utf-8")
print(w.encoding, w.errors, w.newlines, w.line_buffering, w.readable(), w.seekable())
print(w.readline(), w.newlines, w.read(3), w.tell(), w.buffer is b)
print(list(w), w.seek(0), w.read())
print(w.detach() is b)
out = io.BytesIO()
with io.TextIOWrapper(out, "latin-1", newline="\r\n", write_through=True) as w:
    print(w.write("é\n"), w.writelines(["a", "b\n"]), out.getvalue())
    print("text", 1, file=w, flush=True)
    print(out.getvalue())
print(out.closed)
for encoding in ("ascii", "utf-16", "utf-8-sig", "cp1252", "iso-8859-15", "koi8_r"):
    b = io.BytesIO()
    w = io.TextIOWrapper(b, encoding, "replace")
    w.write("héllo €"), w.write(" Ж"), w.flush()
    print(encoding, b.getvalue())
    b.seek(0)
    print(io.TextIOWrapper(b, encoding=encoding).read(), w.encoding)
print(repr(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")))

# ---
import io
io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8").read()    ### raised: UnicodeDecodeError: invalid start byte

# ---
import io
io.TextIOWrapper(io.BytesIO(), encoding="hex")    ### raised: LookupError: 'hex' is not a text encoding

# ---
import io
io.TextIOWrapper(io.BytesIO(), encoding="nothing")    ### raised: LookupError: unknown encoding: nothing

# ---
# Files of the guest's own.
import io
class Tee(io.StringIO):
    def __init__(self):
        super().__init__()
        self.seen = []
    def write(self, text):
        self.seen.append(text)
        return super().write(text)
t = Tee()
print("a", "b", file=t)
print(t.seen, t.getvalue())
class Upper(io.TextIOBase):
    def __init__(self): self.text = ""
    def write(self, text): self.text += text.upper(); return len(text)
    def writable(self): return True
u = Upper()
print("shout", file=u)
print(u.text, u.readable(), u.closed, u.isatty())
class Raw(io.RawIOBase):
    def __init__(self, data): self.data, self.at = data, 0
    def readable(self): return True
    def readinto(self, b):
        piece = self.data[self.at:self.at + len(b)]
        b[:len(piece)] = piece
        self.at += len(piece)
        return len(piece)
print(Raw(b"abcdef").read(3), Raw(b"abcdef").readall(), list(Raw(b"a\nb\n")))
r = io.BufferedReader(Raw(b"one\ntwo\nthree"), 4)
print(r.peek(2)[:1], r.read(2), r.readline(), r.readlines(), r.read())
print(io.TextIOWrapper(io.BufferedReader(Raw("é\nü".encode())), encoding="utf-8").readlines())
try: u.read()
except io.UnsupportedOperation as error: print(error)
class Sink(io.RawIOBase):
    def __init__(self): self.data = b""
    def writable(self): return True
    def write(self, b): self.data += bytes(b); return len(b)
sink = Sink()
with io.BufferedWriter(sink) as w:
    print(w.write(b"abc"), sink.data)
print(sink.data, sink.closed)

# ---
# python: >=3.12
import io, dataclasses
@dataclasses.dataclass(slots=True)
class Named(io.StringIO):
    title: str = ""
    def __post_init__(self): io.StringIO.__init__(self)
n = Named("x")
print(n.title, n.write("abc"), n.getvalue())

# ---
import io
io.FileIO    ### denied: opens files by descriptor

# ---
import io
io.open("/etc/passwd")    ### denied: file '/etc/passwd' is not granted
