print()
print("a", 1, None, sep="-", end="!\n")
print(*[1, 2, 3], sep="")
print("no newline", end="")
print("\nflush", flush=True)
print("x", sep=None, end=None)
print(print("inner"))

# ---
import sys
print("to stderr", file=sys.stderr)
print("to stdout", file=sys.stdout)
sys.stdout.write("written\n")
sys.stdout.writelines(["a\n", "b\n"])
sys.stdout.flush()
sys.stderr.write("error text\n")
print(sys.stdout.write("abc\n"), sys.stdout.writable(), sys.stdout.isatty())

# ---
class Sink:
    def __init__(self): self.texts = []
    def write(self, text): self.texts.append(text)
    def flush(self): self.texts.append("flushed")
import sys
sink, old = Sink(), sys.stdout
print("kept", 1, file=sink)
sys.stdout = sink
print("also kept", flush=True)
sys.stdout = old
print(sink.texts)
sys.stdout = None
print("nowhere")
sys.stdout = old
print("back")

# ---
print("x", nothing=1)  ### raised: TypeError: 'nothing'

# ---
print("x", sep=1)  ### raised: TypeError: sep must be None or a string, not int

# ---
print("x", file=1)  ### raised: AttributeError: 'int' object has no attribute 'write'

# ---
class Bad:
    def __str__(self): raise ValueError("no text")  ### raised: ValueError: no text
print(Bad())

# ---
class NoText:
    def __str__(self): return 1
print(NoText())  ### raised: TypeError: __str__ returned non-string (type int)

# ---
input()  ### raised: EOFError: EOF when reading a line

# ---
import sys
class Lines:
    def __init__(self, *lines): self.lines = list(lines)
    def readline(self): return self.lines.pop(0) if self.lines else ""
sys.stdin = Lines("first\n", "second", 3)
print(input("prompt> "), input())
input()  ### raised: TypeError: object.readline() returned non-string

# ---
import sys
print(repr(sys.stdin.read()), list(sys.stdin), repr(sys.stdin.readline()), sys.stdin.readlines(), sys.argv)

# ---
exit()  ### raised: SystemExit

# ---
quit(3)  ### raised: SystemExit: 3

# ---
import sys
sys.exit()  ### raised: SystemExit

# ---
import sys
sys.exit(4)  ### raised: SystemExit: 4

# ---
import sys
sys.exit("a message")  ### raised: SystemExit: a message

# ---
raise SystemExit((1, 2))  ### raised: SystemExit: (1, 2)

# ---
import sys
try:
    sys.exit(5)
except SystemExit as stop:
    print("caught", stop.code)
try:
    sys.exit(6)
finally:
    print("finally")
    import math
    raise KeyError("instead")  ### raised: KeyError: 'instead'

# ---
import sys
sys.stdout.encoding = "x"  ### denied: "encoding"

# ---
import sys
sys.stdout.buffer  ### raised here: AttributeError

# ---
import sys
sys.argv.append("x")
print(sys.argv, sys.maxsize > 0, sys.version_info[:1], sys.byteorder in ("little", "big"), sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[:2])
