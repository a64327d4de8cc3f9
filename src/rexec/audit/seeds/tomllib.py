import io
import tomllib
tomllib.loads("a = 2000-01-01T00:00:00Z")
tomllib.loads("x")
tomllib.loads(1)
tomllib.load(io.StringIO("a"))
tomllib.loads("a = 1.5", parse_float=len)
