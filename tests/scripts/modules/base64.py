import base64
b = b"hello \xff"
for name in ("b16", "b32", "b64", "b85", "a85", "standard_b64", "urlsafe_b64", "b32hex"):
    encode = getattr(base64, f"{name}encode")
    print(name, encode(b), getattr(base64, f"{name}decode")(encode(b)) == b)
print(base64.encodebytes(b), base64.decodebytes(b"aGk=\n"))
base64.b64decode("a")  ### raised: binascii.Error

# ---
# python: >=3.13
import base64
print(base64.z85decode(base64.z85encode(b"abcd")))

# ---
import base64
base64.main  ### denied: does not show "main"
