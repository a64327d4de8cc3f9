import binascii
binascii.unhexlify("a")
binascii.a2b_base64("a")
binascii.b2a_hex(1)
