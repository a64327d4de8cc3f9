import struct
print(struct.pack("<hI", 1, 2), struct.unpack("<hI", struct.pack("<hI", 1, 2)), struct.calcsize("<3sB"), struct.pack(">d", 1.5), list(struct.iter_unpack("<h", b"\x01\0\x02\0")), struct.unpack_from("<h", b"\0\0\x05\0", 2))
s = struct.Struct("<2s?")
b = bytearray(5)
struct.pack_into("<h", b, 1, 7)
print(s.size, s.format, s.pack(b"ab", True), s.unpack(b"ab\x01"), b, s.iter_unpack(b"ab\x01").__length_hint__())
class Mine(struct.Struct):
    note = 1
print(Mine("<h").size)
struct.unpack("<h", b"x")  ### raised: struct.error: unpack requires a buffer of 2 bytes

# ---
import struct
struct.Struct.x = 1  ### raised: TypeError
