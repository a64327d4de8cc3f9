# I3: a future keeps the traceback of its exception, and hands it to the exception's own with_traceback().
import asyncio
got = []
class X(Exception):
    def with_traceback(self, traceback):
        got.append(traceback)
        return self
async def main():
    f = asyncio.get_running_loop().create_future()
    try: raise X()
    except X as e: f.set_exception(e)
    got.append(f._exception_tb)
    try: await f
    except X: pass
asyncio.run(main())
assert got
for each in got:
    assert not hasattr(each, "tb_frame")
    getattr(each, "tb_frame")    ### raised: AttributeError

# ---
# A future of the guest's own class is told by its attribute.
import asyncio
got = []
class F(asyncio.Future):
    def __setattr__(self, name, value):
        if name == "_exception_tb": got.append(value)
        super().__setattr__(name, value)
async def main():
    f = F()
    try: 1 / 0
    except ZeroDivisionError as e: f.set_exception(e)
    try: f.result()
    except ZeroDivisionError: pass
asyncio.run(main())
for each in got:
    assert not hasattr(each, "tb_frame")
    assert not hasattr(each, "tb_next")
