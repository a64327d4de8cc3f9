import codecs
print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"abc", "hex"), codecs.decode(b"616263", "hex"))
print(codecs.encode("é"), codecs.decode(b"\xe9", "latin-1"), codecs.encode("é", "ascii", "ignore"), codecs.encode(b"abc", "base64"))
print(codecs.BOM_UTF8, codecs.BOM, codecs.lookup("UTF8").name, codecs.lookup("latin1").name, repr(codecs.lookup("utf-8"))[:45])
d = codecs.getincrementaldecoder("utf-8")("replace")
print([d.decode(bytes([b])) for b in "é€".encode()], d.decode(b"\xe2", True), d.getstate())
e = codecs.getincrementalencoder("utf-16")()
print(e.encode("a"), e.encode("b", True))
print(list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")), list(codecs.iterencode(["a", "é"], "latin-1")))
print(codecs.getencoder("utf-8")("é"), codecs.getdecoder("cp1252")(b"\x80"))
import io
print(codecs.getreader("utf-8")(io.BytesIO("é\nü\n".encode())).readlines())
w = codecs.getwriter("utf-16-le")(io.BytesIO())
w.write("hé")
print(w.stream.getvalue(), w.getvalue())
print(codecs.escape_decode(rb"\x41\n"), codecs.unicode_escape_decode(b"\\u00e9"), codecs.lookup_error("strict"))
try: codecs.encode("é", "ascii")
except UnicodeEncodeError as error: print(error)
print(codecs.decode("\\u00e9", "unicode_escape"))

# ---
import codecs
codecs.lookup("nothing")    ### raised: LookupError: unknown encoding: nothing

# ---
# What would hold for every guest of the process.
import codecs
codecs.register_error("x", lambda error: ("", error.end))    ### denied: would hold for the whole process

# ---
import codecs
codecs.open("/etc/passwd")    ### denied: opens files
