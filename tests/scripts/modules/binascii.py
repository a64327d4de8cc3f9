import binascii
print(binascii.hexlify(b"ab", "-"), binascii.unhexlify("6162"), binascii.b2a_base64(b"x"), binascii.a2b_base64(b"eA=="), binascii.crc32(b"a"), binascii.b2a_hex(b"a"))
print(binascii.b2a_qp(b"a=b"), binascii.a2b_qp(b"a=3Db"), binascii.b2a_uu(b"x"), binascii.a2b_uu(binascii.b2a_uu(b"x")), binascii.crc_hqx(b"a", 0), binascii.a2b_hex("61"))
binascii.unhexlify("x")  ### raised: binascii.Error: Odd-length string

# ---
import binascii
binascii.Error.x = 1  ### denied: "x"
