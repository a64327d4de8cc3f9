import json
json.JSONDecoder()
json.JSONEncoder()
json.JSONDecoder().scan_once
json.JSONEncoder().iterencode([])
json.JSONDecoder(object_hook=len)
json.JSONDecoder().memo
json.loads('{"a"')
json.loads('["')
json.loads("[1")
json.loads('"\\x"')
json.loads(1)
json.dumps(len)
json.dumps(float("nan"), allow_nan=False)
json.load(1)
json.dump(1, 1)
