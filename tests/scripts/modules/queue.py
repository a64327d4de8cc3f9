import queue
q = queue.Queue(2)
q.put(1); q.put(2)
try: q.put_nowait(3)
except queue.Full as e: print("full", repr(e))
try: q.put(3, timeout=0.01)
except queue.Full: print("full2")
print(q.get(), q.get(), q.empty(), q.qsize())
try: q.get(timeout=0.01)
except queue.Empty as e: print("empty", repr(e))
try: q.get(block=False)
except queue.Empty as e: print("empty")
q.task_done(); q.task_done(); q.join()
try: q.task_done()
except ValueError as e: print(e)
p = queue.PriorityQueue(); [p.put(x) for x in (3,1,2)]; print([p.get() for _ in range(3)])
s = queue.SimpleQueue(); s.put(5); print(s.get(), s.empty(), type(s).__name__)
try: s.get_nowait()
except queue.Empty: print("e")
l = queue.LifoQueue(); l.put(1); l.put(2); print(l.get())

# ---
import queue
lock = queue.Queue().mutex
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), repr(lock)[:27])
lock.release()
with lock as held:
    print(held, lock.locked())
print(lock.locked())
try: lock.release()
except RuntimeError as error: print(error)
try: lock.acquire(False, 1)
except ValueError as error: print(error)
print(type(lock).__name__, type(lock).__module__)
