import errno
errno.errorcode
