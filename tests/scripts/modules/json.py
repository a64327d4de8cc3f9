import json
data = {"a": [1, 2.5, None, True], "é": "text \" \n", "n": {"k": []}}
print(json.dumps(data), json.loads(json.dumps(data)) == data, json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")))
print(json.loads('[1, 1e3, "\\u00e9", {"x": null}]'), json.loads("1"), json.dumps("x"), json.dumps(float("nan")), json.loads("NaN") != 0, json.dumps({1: 2, None: 3, True: 4}), json.loads(b'{"b": 1}'))
class Encoder(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
class Decoder(json.JSONDecoder):
    def decode(self, s): return ("decoded", super().decode(s))
print(json.dumps({"s": {2, 1}}, cls=Encoder), json.loads("[1]", cls=Decoder), json.dumps(1j, default=str), json.loads('{"a": 1}', object_hook=lambda d: list(d)), json.loads("1.5", parse_float=str), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
print(list(json.JSONEncoder().iterencode([1, {"a": 2}])), json.JSONEncoder(indent=1).encode([1]), json.JSONDecoder().raw_decode("1 rest"), json.loads("5", parse_int=float))
class Out:
    def __init__(self): self.text = ""
    def write(self, text): self.text += text
    def read(self): return self.text
out = Out()
json.dump([1, {"a": None}], out)
print(out.text, json.load(out))
json.dumps({1, 2})  ### raised: TypeError: Object of type set is not JSON serializable

# ---
import json
try:
    json.loads("[1,")
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc, isinstance(error, ValueError))
loop = []
loop.append(loop)
json.dumps(loop)  ### raised: ValueError: Circular reference detected

# ---
import json
json.JSONEncoder.default = lambda self, o: "patched"
print(json.dumps({1}))

# ---
import json
json.codecs  ### denied: opens files
