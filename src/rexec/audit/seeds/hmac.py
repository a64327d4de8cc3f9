import hmac
hmac.new(b"", b"", "md5")
hmac.new(b"", b"", "nothing")
hmac.new("a")
hmac.compare_digest("a", 1)
