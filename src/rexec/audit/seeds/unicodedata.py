import unicodedata
unicodedata.name("\0")
unicodedata.lookup("nothing")
unicodedata.ucd_3_2_0
