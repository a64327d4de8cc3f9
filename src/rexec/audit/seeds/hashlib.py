import hashlib
import io
hashlib.md5()
hashlib.blake2b()
hashlib.sha3_256()
hashlib.shake_128()
hashlib.new("md5")
hashlib.new("nothing")
hashlib.md5("a")
hashlib.pbkdf2_hmac("nothing", b"", b"", 1)
hashlib.scrypt(b"", salt=b"", n=3, r=1, p=1)
hashlib.file_digest(io.BytesIO(b"a"), "md5")
hashlib.file_digest(1, "md5")
