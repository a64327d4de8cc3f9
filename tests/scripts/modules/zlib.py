import zlib
data = b"hello world " * 1000
for level in (-1, 0, 1, 9):
    packed = zlib.compress(data, level)
    print(len(packed), zlib.decompress(packed) == data, zlib.decompress(bytearray(packed), bufsize=10) == data)
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b"a", 5))
c = zlib.compressobj(9, zlib.DEFLATED, -15)
raw = c.compress(data) + c.flush(zlib.Z_SYNC_FLUSH) + c.copy().flush()
print(zlib.decompress(raw, -15) == data, zlib.decompress(raw, wbits=-zlib.MAX_WBITS) == data)
d = zlib.decompressobj()
first = d.decompress(packed + b"rest", 100)
print(len(first), len(d.unconsumed_tail) > 0, d.eof)
other = d.copy()
print(first + d.flush() == data, d.eof, d.unused_data, d.unconsumed_tail, len(other.decompress(other.unconsumed_tail)))
d = zlib.decompressobj()
print(b"".join(d.decompress(packed[i:i + 7]) for i in range(0, len(packed), 7)) + d.flush() == data)
z = zlib.compressobj(zdict=b"hello")
packed = z.compress(b"hello hello") + z.flush()
print(zlib.decompressobj(zdict=b"hello").decompress(packed))
print(type(d).__name__, type(z).__name__, type(d).__module__)
for bad in (b"", b"nonsense", packed[:5], zlib.compress(data)[:-3], "text", None):
    for call in (zlib.decompress, lambda x: zlib.decompressobj().decompress(x)):
        try: print(call(bad))
        except (zlib.error, TypeError) as error: print(type(error).__name__, error)
try: zlib.decompressobj().decompress(b"", -1)
except ValueError as error: print(error)
try: zlib.decompressobj().flush(0)
except ValueError as error: print(error)

# ---
import zlib
bomb = zlib.compress(b"\0" * (70 * 1024 * 1024))
d = zlib.decompressobj()
total = len(d.decompress(bomb, 1000))
while d.unconsumed_tail:
    total += len(d.decompress(d.unconsumed_tail, 10_000_000))
print(total)

# ---
import zlib
zlib.decompress(zlib.compress(b"\0" * (70 * 1024 * 1024)))    ### denied: bytes of decompressed data: more than 67108864

# ---
import zlib
d = zlib.decompressobj()
d.decompress(zlib.compress(b"\0" * (70 * 1024 * 1024)))    ### denied: bytes of decompressed data

# ---
import zlib
d = zlib.decompressobj()
d.decompress(zlib.compress(b"\0" * (70 * 1024 * 1024)), 10)
d.flush()    ### denied: bytes of decompressed data

# ---
import zlib

huge = 2**63
for call in (
    lambda: zlib.decompress(b"", 15, huge),
    lambda: zlib.decompressobj().flush(huge),
    lambda: zlib.decompressobj().decompress(b"", huge),
):
    try:
        call()
    except OverflowError as error:
        print(error)
