import textwrap
text = "the quick brown fox jumps over the lazy dog"
print(textwrap.wrap(text, 15), textwrap.fill(text, 20), textwrap.dedent("  a\n    b\n"), textwrap.indent("a\nb", "> "), textwrap.shorten(text, 18), textwrap.indent("a\n\nb", "-", lambda line: True), sep="\n")
w = textwrap.TextWrapper(width=12, initial_indent="* ", subsequent_indent="  ", max_lines=2, placeholder="...")
w.break_long_words = False
print(w.fill(text), w.wrap("a b"))
textwrap.wrap("x", 0)  ### raised: ValueError: invalid width 0 (must be > 0)

# ---
import textwrap
textwrap.re  ### denied: imported by the module for itself
