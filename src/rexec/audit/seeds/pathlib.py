import pathlib
pathlib.PurePath("a/b")
pathlib.PurePosixPath("a/b").parents
pathlib.PureWindowsPath("a/b")
pathlib.Path("a")
pathlib.PurePath("a").parser
pathlib.PurePath("a")._flavour
pathlib.PurePath("a").relative_to("b")
pathlib.PurePath(1)
pathlib.Path("/etc/passwd").read_text()
pathlib.Path("/etc").iterdir()
