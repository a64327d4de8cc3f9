import json
texts = ['', ' ', '[', '[1', '[1,', '[1,]', '{', '{"', '{"a', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{1:2}', '"', '"\\', '"\\u', '"\\u12', '"\\ud800', '"\\x"', '"a\nb"', 'nul', 'tru', '1 2', '-', '01', '1.', '1e', 'NaN', '[1}', '\ufeff1', "{'a':1}", '[\n1,\n2,\n,', '{"a" 1}', '"\\ud800\\u12"', '\t[1 2]', '{"a":1 "b":2}', '"\x00"']
for t in texts:
    for f in (json.loads, json.JSONDecoder().decode, json.JSONDecoder().raw_decode, json.JSONDecoder(strict=False).decode):
        try: print(repr(f(t)))
        except json.JSONDecodeError as e: print(e, e.msg, e.pos, e.lineno, e.colno, e.doc == t, type(e) is json.JSONDecodeError, e.__cause__, e.__suppress_context__)
class H(Exception): pass
def hook(x): raise json.JSONDecodeError("mine", "doc", 1)
try: json.loads("{}", object_hook=hook)
except json.JSONDecodeError as e: print(e, e.__context__)
for t in ('[1,', b'[1,', '"abc'):
    try: json.loads(t)
    except ValueError as e: print(type(e).__name__, type(e.__context__).__name__, e.args)
