import unicodedata
for c in "aé½٣ﬁ":
    print(unicodedata.name(c), unicodedata.category(c), unicodedata.numeric(c, None), unicodedata.decomposition(c))
    print(unicodedata.bidirectional(c), unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c))
print(unicodedata.lookup("GREEK SMALL LETTER ALPHA"), unicodedata.digit("7"), unicodedata.decimal("x", -1))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(unicodedata.normalize(form, "é½ﬁ"), unicodedata.is_normalized(form, "é"))
print(unicodedata.unidata_version, unicodedata.ucd_3_2_0.unidata_version, unicodedata.ucd_3_2_0.category("a"))
text = "".join(c for c in unicodedata.normalize("NFD", "crème brûlée") if not unicodedata.combining(c))
print(text)

# ---
import unicodedata
unicodedata.lookup("nothing")    ### raised: KeyError: undefined character name 'nothing'
