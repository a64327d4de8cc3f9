import difflib
a, b = "one\ntwo\nthree\nfour\n".splitlines(True), "ore\ntree\nfour\nemu\n".splitlines(True)
print("".join(difflib.ndiff(a, b)))
print("".join(difflib.unified_diff(a, b, "before", "after", n=1)))
print("".join(difflib.context_diff(a, b)))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.Match(1, 2, 3))
matcher = difflib.SequenceMatcher(lambda c: c == " ", "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(matcher.ratio(), 3), matcher.get_matching_blocks(), matcher.get_opcodes(), matcher.find_longest_match())
print(list(difflib.restore(difflib.ndiff(a, b), 1)))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff"], [b"b"], b"x", b"y")))
print(difflib.HtmlDiff().make_table(a, b, context=True)[:500])
print(difflib.IS_LINE_JUNK("#"), difflib.IS_CHARACTER_JUNK("\t"), difflib.SequenceMatcher[int])
class Blind(difflib.Differ):
    def _fancy_replace(self, *given):
        return self._plain_replace(*given)
print("".join(Blind().compare(a, b)))
try:
    difflib.get_close_matches("a", [], n=0)
except ValueError as error:
    print(error)
