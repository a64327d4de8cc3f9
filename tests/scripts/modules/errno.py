import errno
print(errno.ENOENT, errno.errorcode[errno.EACCES], len(errno.errorcode))
try: raise OSError(errno.ENOENT, "gone")
except FileNotFoundError as error: print(error, error.errno == errno.ENOENT)
errno.errorcode.clear()
