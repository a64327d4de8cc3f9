import struct
struct.Struct("i")
struct.iter_unpack("i", b"")
struct.pack("i", "a")
struct.Struct("!x~")
struct.unpack("i", b"")
