import os
print(os.name, os.sep, os.curdir, os.pardir, os.extsep, os.altsep, os.pathsep, repr(os.linesep), os.devnull, os.error is OSError, os.path.join("a", "b"))
os.getcwd  ### denied: does not show "getcwd" under this policy

# ---
import os
os.environ  ### denied: does not show "environ" under this policy

# ---
import os
os.listdir  ### denied: listdir

# ---
import os
os.fork()  ### denied: fork

# ---
import os
os.sep = "x"  ### denied: "sep"
