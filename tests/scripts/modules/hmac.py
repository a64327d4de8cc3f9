import hmac, hashlib
h = hmac.new(b"key", b"message", "sha256")
h.update(b"more")
print(h.hexdigest(), h.name, h.digest_size, h.block_size, h.copy().digest())
print(hmac.new(b"k" * 200, digestmod=hashlib.sha1).hexdigest())
print(hmac.HMAC(b"key", b"x", hashlib.md5).hexdigest())
print(hmac.digest(b"key", b"message", "sha512"))
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
class Slow:
    digest_size, block_size = 4, 64
    def __init__(self, data=b""): self.data = data
    def update(self, data): self.data += data
    def digest(self): return (sum(self.data) % 2**32).to_bytes(4, "big")
    def copy(self): return Slow(self.data)
print(hmac.new(b"key", b"abc", Slow).digest())

# ---
import hmac
hmac.new(b"key", b"message")    ### raised: TypeError: Missing required

# ---
import hmac
hmac.new("key", b"message", "md5")    ### raised: TypeError: key: expected bytes or bytearray, but got 'str'
