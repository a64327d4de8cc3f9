import base64
base64.b64decode("a")
base64.b32decode("a")
base64.a85decode("z\xff")
base64.b64encode(1)
