import hashlib
for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, b"abc")
    h.update(b"def")
    copied = h.copy()
    copied.update(bytearray(b"g"))
    size = (20,) if name.startswith("shake") else ()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*size), copied.digest(*size))
    print(getattr(hashlib, name)(b"abc", usedforsecurity=False).hexdigest(*size))
print(hashlib.blake2b(b"x", digest_size=8, key=b"k", salt=b"s", person=b"p").hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex())
print(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 1000, dklen=50).hex())
print(hashlib.scrypt(b"password", salt=b"salt", n=1024, r=8, p=1, dklen=32).hex())
print(sorted(hashlib.algorithms_available) == sorted(hashlib.algorithms_available | hashlib.algorithms_guaranteed))

# ---
import hashlib
print(hashlib.sha256("text"))    ### raised: TypeError: Strings must be encoded before hashing

# ---
import hashlib
hashlib.new("nothing")    ### raised: ValueError: unsupported hash type nothing

# ---
import hashlib
hashlib.pbkdf2_hmac("sha256", b"", b"", 0)    ### raised: ValueError: iteration value must be greater than 0.

# ---
# One call that would keep the machine busy for hours.
import hashlib
hashlib.pbkdf2_hmac("sha256", b"", b"", 2**31 - 1)    ### denied: rounds of pbkdf2_hmac: more than 20000000

# ---
import hashlib
hashlib.scrypt(b"", salt=b"", n=2**20, r=8, p=1, maxmem=2**31 - 1)    ### denied: bytes of memory of scrypt

# ---
# The sets are this program's own.
import hashlib
hashlib.algorithms_available.clear()
hashlib.algorithms_guaranteed == set()

# ---
import hashlib, io
print(hashlib.file_digest(io.BytesIO(b"abc" * 100_000), "sha256").hexdigest(), hashlib.file_digest(io.BytesIO(b""), hashlib.md5).name)
class Raw(io.RawIOBase):
    left = 10
    def readable(self): return True
    def readinto(self, buffer):
        self.left -= 1
        buffer[:1] = b"x"
        return 1 if self.left else 0
print(hashlib.file_digest(Raw(), "md5").hexdigest() == hashlib.md5(b"x" * 9).hexdigest())
