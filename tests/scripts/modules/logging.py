import logging, sys
logging.warning("root %s", 1)
log = logging.getLogger("a.b")
log.warning("x=%d", 3)
log.info("not shown")
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(levelname)s:%(name)s:%(filename)s:%(lineno)d:%(funcName)s:%(module)s:%(threadName)s:%(message)s", force=True)
def f():
    log.debug("in f")
    try: 1/0
    except ZeroDivisionError:
        log.exception("oops")
        log.error("e", exc_info=True)
        print(sys.exc_info()[2] is not None)
f()
log.info("no stack", stacklevel=1)
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("{levelname:>10} {message!r} {extra.real}", style="{"))
l2 = logging.getLogger("two"); l2.propagate = False; l2.addHandler(h)
l2.info("hi", extra={"extra": 5})
class H(logging.Handler):
    def emit(self, record):
        print("EMIT", self.format(record), record.levelno, record.args, record.__dict__["funcName"])
l2.handlers[:] = [H()]
l2.warning("%s-%s", "a", "b")
l2.setLevel("ERROR"); l2.warning("no"); print(l2.isEnabledFor(40), l2.getEffectiveLevel(), l2, l2.handlers[0])
logging.addLevelName(25, "NOTICE"); log.log(25, "notice")
print(logging.getLevelName("NOTICE"), logging.getLevelNamesMapping()["NOTICE"])
ad = logging.LoggerAdapter(log, {"k": 1}); ad.info("adapted")
class F(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
log.addFilter(F()); log.info("secret"); log.info("open"); 
print(log.parent.name, log.root.name, logging.root is log.root, log.manager is not None)
logging.getLogger("n").addHandler(logging.NullHandler())
d = logging.Formatter("%(asctime)s", "%Y").format(logging.makeLogRecord({"msg": "x"})); print(len(d))
t = logging.Formatter("$message $levelname", style="$"); print(t.format(logging.makeLogRecord({"msg": "x", "levelname": "L"})))
logging.disable(logging.CRITICAL); log.critical("x"); logging.disable(logging.NOTSET)
import warnings
logging.getLogger("py.warnings").addHandler(logging.NullHandler()); logging.getLogger("py.warnings").propagate = False
logging.captureWarnings(True); warnings.simplefilter("always"); warnings.warn("captured"); logging.captureWarnings(False)
try: logging.Formatter("{bad", style="{")
except ValueError as e: print(e)
try: log.setLevel("NOPE")
except ValueError as e: print(e)

# ---
import logging

logging.basicConfig(filename="x.log")  ### denied: streams only

# ---
import logging

print(logging.FileHandler)  ### denied: writes to files

# ---
import logging

logging.raiseExceptions = False
logging.warning("%d", "x")
logging.raiseExceptions = True
try:
    logging.getLogger(3)
except TypeError as error:
    print(error)
logging.getLogger().handlers[0].setLevel("ERROR")
logging.warning("below")
logging.error("above")
logger = logging.getLogger("x.y.z")
print(logger.getChild("w").name, logger.hasHandlers(), logging.getLogger("x.y").manager is logger.manager)
logging.shutdown()

# ---
import io
import logging

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("{asctime:.4} {levelname} {exc_info!s:.4} {message}", style="{", datefmt="%Y"))
logging.getLogger("s").addHandler(handler)
logging.getLogger("s").propagate = False
logging.getLogger("s").error("to a stream of one's own", extra={"more": 1})
print(len(stream.getvalue()), stream.getvalue()[4:])

# ---
# python: >=3.12
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(taskName)s %(message)s")
logging.warning("outside")


async def main():
    logging.warning("inside")
    await asyncio.create_task(other(), name="mine")


async def other():
    logging.warning("inside another")


asyncio.run(main())
