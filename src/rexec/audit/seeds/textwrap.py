import textwrap
textwrap.TextWrapper()
textwrap.TextWrapper.wordsep_re
textwrap.wrap("a", 0)
textwrap.dedent(1)
