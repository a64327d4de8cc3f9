import shlex
print(shlex.split("a 'b c' \"d e\" f\\ g # h"), shlex.split("a # b", comments=True), shlex.split("don\\'t", posix=True))
print(shlex.quote("it's"), shlex.quote("plain"), shlex.quote(""), shlex.join(["a b", "c"]))
lexer = shlex.shlex("a && b || c; d >'e f' ~/x", posix=True, punctuation_chars=True)
print(list(lexer), lexer.lineno)
lexer = shlex.shlex("x = 'y' \n z # comment")
lexer.wordchars += "."
while (token := lexer.get_token()) != lexer.eof: print(repr(token), lexer.error_leader("file", 3))
lexer.push_token("back")
print(lexer.get_token(), lexer.whitespace == " \t\r\n")
try:
    shlex.split("'open")
except ValueError as error:
    print(error)
class Lines:
    def __init__(self, text): self.text = text
    def read(self, size): found, self.text = self.text[:size], self.text[size:]; return found
    def readline(self): return self.read(1000)
    def close(self): print("closed")
lexer = shlex.shlex(Lines("one two"))
lexer.push_source("first", "name")
print(lexer.get_token(), lexer.get_token(), lexer.infile)
class Included(shlex.shlex):
    def sourcehook(self, name): return name, Lines("inside")
lexer = Included("before include 'x' after", posix=True)
lexer.source = "include"
print(list(lexer))

# ---
import shlex
print(shlex.shlex().get_token())

# ---
import shlex
lexer = shlex.shlex("source '/etc/passwd'", posix=True)
lexer.source = "source"
lexer.get_token()    ### denied: file '/etc/passwd' is not granted

# ---
import shlex
shlex.deque    ### denied: imported by the module for itself
