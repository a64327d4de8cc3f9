import uuid
uuid.UUID(int=1)
uuid.uuid4()
uuid.uuid1()
uuid.getnode()
uuid.UUID("x")
uuid.NAMESPACE_DNS
uuid.SafeUUID
