# I2, I3: UUID.__init__ and __setstate__ set attributes past a __setattr__; of a guest's objects only.
import json, uuid
uuid.UUID.__init__(print, int=5)    ### denied: "int" of 'function' object

# ---
import math, uuid
uuid.UUID.__init__(math, int=5)    ### denied: "int" of

# ---
import uuid, sys
uuid.UUID.__init__(sys.stdout, int=5)    ### denied: "int" of 'GuestOutput' object

# ---
import uuid
class Mine: pass
mine = Mine()
uuid.UUID.__init__(mine, int=5)
assert mine.int == 5
