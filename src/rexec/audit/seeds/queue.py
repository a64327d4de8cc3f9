import queue
queue.Queue()
queue.Queue().mutex
queue.Queue().not_empty
queue.LifoQueue()
queue.PriorityQueue()
queue.SimpleQueue()
queue.Queue().get_nowait()
queue.SimpleQueue().get_nowait()
queue.Queue(1).put(1, timeout=-1)
