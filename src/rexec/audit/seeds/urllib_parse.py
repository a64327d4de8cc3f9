import urllib.parse
urllib.parse.urlsplit("http://a")
urllib.parse.urlsplit(b"http://a")
urllib.parse.urlparse("http://a")
urllib.parse.urldefrag("a#b")
urllib.parse.parse_qs("a=b")
urllib.parse.urlsplit("http://[")
urllib.parse.urlsplit("http://a:x").port
urllib.parse.quote(1)
urllib.parse.urlsplit(1)
