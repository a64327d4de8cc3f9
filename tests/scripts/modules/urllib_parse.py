import urllib.parse
from urllib import parse
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit
print(parse is urllib.parse)
url = "https://user:pass@Example.com:8080/a/b;p?q=1&q=2&r=#frag"
print(urlparse(url), urlsplit(url).hostname, urlsplit(url).port, urlsplit(url).username, urlsplit(url).netloc, urlparse(url).geturl())
print(urlsplit(url)._replace(scheme="ftp").geturl(), urlunsplit(urlsplit(url)) == url, urlunparse(urlparse(url)) == url, urlsplit(b"http://x/y").path)
print(urlsplit(b"http://x/y"), urlsplit(b"http://x/y").decode(), urlsplit("http://x").encode(), urldefrag(url))
print(urljoin("http://a/b/c/d", "../e?f"), urljoin("http://a/b", "//c"), urljoin("", "x"))
print(quote("a b/\u00e9"), quote("a/b", safe=""), quote_plus("a b&"), unquote("%C3%A9+"), unquote_plus("a+b"), unquote_to_bytes("%ff"), quote(b"\xff"))
print(urlencode({"a": [1, 2], "b": "x y"}, doseq=True), urlencode([("k", "\u00e9")], quote_via=quote))
print(parse_qs("a=1&a=2&b="), parse_qsl("a=1;b=2", separator=";"), parse_qs("b=", keep_blank_values=True))
print(urlsplit("http://[::1]:80/").hostname, urlsplit("//x/y", scheme="http"))
print(urllib.parse.uses_netloc[:3], urllib.parse.unwrap("<URL:http://x>"), urllib.parse.quote_from_bytes(b"a b"))
for wrong in (lambda: urlsplit("http://[1"), lambda: urlsplit("http://x:y").port, lambda: urlsplit("http://x:99999").port,
              lambda: parse_qs("a", strict_parsing=True), lambda: urljoin("a", b"b"), lambda: quote(1),
              lambda: parse_qsl("a=1&b=2", max_num_fields=1), lambda: urlencode("x")):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
class Mine(urllib.parse.SplitResult):
    __slots__ = ()
    def shout(self): return self.geturl().upper()
print(Mine("http", "x", "/", "", "").shout(), urllib.parse.SplitResult.scheme.__doc__)
urllib.parse.clear_cache()
urllib.parse.uses_netloc.append("mine")
print(urljoin("mine://a/b", "c"))

# ---
import urllib.request    ### denied: urllib.request

# ---
import urllib
urllib.request    ### denied: reaches the network

# ---
import urllib.parse, warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(urllib.parse.splittype("http://x"), urllib.parse.splitport("a:5"), urllib.parse.to_bytes("a"))
for each in caught: print(each.category.__name__, each.message, each.lineno)
