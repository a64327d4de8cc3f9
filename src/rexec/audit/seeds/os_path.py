import os.path
os.path.join("a", 1)
os.path.commonpath([])
os.path.exists("/etc/passwd")
os.path.genericpath
os.path.os
