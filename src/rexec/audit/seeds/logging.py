import io
import logging
logger = logging.getLogger("audit")
handler = logging.StreamHandler(io.StringIO())
logger.addHandler(handler)
logger
handler
logging.getLogger()
logging.getLogger().handlers
logging.getLogger().manager
logging.root
logger.makeRecord("a", 1, "b", 2, "c", (), None)
logging.LogRecord("a", 1, "b", 2, "c", (), None)
logging.Formatter()
logging.Formatter("%(message)s").format(logging.makeLogRecord({}))
logging.Formatter("{message.__class__}", style="{")
logging.Filter()
logging.LoggerAdapter(logger)
logging.lastResort
logging.NullHandler()
logging.FileHandler("/tmp/nothing")
logging.getLevelNamesMapping()
logging.getLogger(1)
logging.BufferingFormatter()
logger.warning("%d", "a")
logger.findCaller()
