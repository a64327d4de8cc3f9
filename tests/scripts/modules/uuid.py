import copy, uuid
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.int, u.bytes, u.bytes_le, u.fields, u.hex, u.urn, u.version, u.variant, u.time, u.node, u.clock_seq)
print(uuid.UUID(bytes=b"\x12" * 16), uuid.UUID(fields=u.fields), uuid.UUID(int=5), uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID("{urn:uuid:" + u.hex + "}") == u)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://python.org/"))
four = uuid.uuid4()
print(four.version, four.variant == uuid.RFC_4122, four != uuid.uuid4(), len(str(four)), four.is_safe)
print(sorted([u, uuid.UUID(int=1)]), hash(u) == hash(uuid.UUID(u.hex)), {u: 1}[uuid.UUID(u.hex)], u < uuid.UUID(int=2**127))
print(copy.copy(u) == u, copy.deepcopy([u])[0] == u, int(u) == u.int)
print(uuid.SafeUUID.safe, list(uuid.SafeUUID))
for wrong in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(int=-1), lambda: u < 1):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    u.int = 5
except TypeError as error:
    print(error)
class Named(uuid.UUID):
    def title(self): return "named " + str(self)
print(Named(int=3).title())
match u:
    case uuid.UUID(int=0): print("zero")
    case uuid.UUID(version=None): print("none")
    case uuid.UUID(hex=found): print(found)

# ---
# python: >=3.12
import uuid
print(uuid.uuid3(uuid.NAMESPACE_DNS, b"python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, b"python.org"))

# ---
import uuid
uuid.uuid1()    ### denied: asks for the network address of the machine

# ---
import uuid
uuid.getnode()    ### denied: asks for the network address of the machine
