import traceback
def failed():
    try: 1 / 0
    except ZeroDivisionError as error: return error
failed()
failed().__traceback__
traceback.TracebackException.from_exception(failed())
traceback.TracebackException.from_exception(failed()).stack
traceback.extract_tb(failed().__traceback__)
traceback.extract_stack()
traceback.format_exc()
traceback.walk_tb(failed().__traceback__)
traceback.walk_stack(None)
traceback.StackSummary()
traceback.FrameSummary("a", 1, "b")
traceback.print_exception(1)
