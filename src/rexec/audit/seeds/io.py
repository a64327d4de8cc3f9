import io
class Raw(io.RawIOBase):
    def readable(self): return True
    def readinto(self, buffer): return 0
wrapper = io.TextIOWrapper(io.BytesIO(b"a"), encoding="utf-8")
wrapper.readline()
wrapper
wrapper.buffer
wrapper.detach()
io.StringIO("a")
io.BytesIO(b"a")
io.BytesIO(b"a").getbuffer()
Raw()
io.BufferedReader(Raw())
io.BufferedReader(Raw()).raw
io.BufferedRWPair(Raw(), Raw())
io.BufferedRandom(Raw())
io.IncrementalNewlineDecoder(None, True)
io.StringIO().fileno()
Raw().write(b"")
io.open("/etc/passwd")
io.FileIO(0)
io.open_code("/etc/passwd")
io.TextIOWrapper(1)
io.BytesIO(b"a").__getstate__()
