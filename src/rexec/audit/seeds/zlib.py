import zlib
zlib.compressobj()
zlib.decompressobj()
zlib.decompress(b"a")
zlib.compress("a")
zlib.decompressobj().decompress(b"a")
