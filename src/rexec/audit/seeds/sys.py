import sys
sys.stdin
sys.stdout
sys.stderr
sys.stdout.write(1)
sys.stdin.read(1)
sys.modules
sys.exc_info()
sys.float_info
sys.implementation
sys.version_info
sys.exit(1)
sys._getframe()
sys.path
sys.modules["sys"]
