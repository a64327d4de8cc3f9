import shlex
shlex.shlex("a b")
shlex.split("'")
shlex.join(1)
shlex.shlex().source
shlex.shlex("a").sourcehook("/etc/passwd")
