import os
os.path
os.environ
os.error
os.stat("/nothing")
os.stat("/")
os.uname()
os.times()
os.listdir("/nothing")
os.readlink("/")
os.getcwd()
os.system("id")
os.sys
