"""``codecs``: a copy whose registry belongs to the environment (``guest/modules/text_codecs.py``)."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="codecs",
    way="copy",
    source="codecs",
    shows=tuple(
        """
        BOM BOM32_BE BOM32_LE BOM64_BE BOM64_LE BOM_BE BOM_LE BOM_UTF16 BOM_UTF16_BE BOM_UTF16_LE BOM_UTF32
        BOM_UTF32_BE BOM_UTF32_LE BOM_UTF8 BufferedIncrementalDecoder BufferedIncrementalEncoder Codec CodecInfo
        EncodedFile IncrementalDecoder IncrementalEncoder StreamReader StreamReaderWriter StreamRecoder StreamWriter
        ascii_decode ascii_encode backslashreplace_errors charmap_build charmap_decode charmap_encode decode encode
        escape_decode escape_encode getdecoder getencoder getincrementaldecoder getincrementalencoder getreader
        getwriter ignore_errors iterdecode iterencode latin_1_decode latin_1_encode lookup lookup_error
        make_encoding_map make_identity_dict namereplace_errors raw_unicode_escape_decode raw_unicode_escape_encode
        readbuffer_encode replace_errors strict_errors unicode_escape_decode unicode_escape_encode utf_16_be_decode
        utf_16_be_encode utf_16_decode utf_16_encode utf_16_ex_decode utf_16_le_decode utf_16_le_encode
        utf_32_be_decode utf_32_be_encode utf_32_decode utf_32_encode utf_32_ex_decode utf_32_le_decode
        utf_32_le_encode utf_7_decode utf_7_encode utf_8_decode utf_8_encode xmlcharrefreplace_errors
        """.split()
    ),
    omits={
        "open": "opens files; use open(encoding=...)",
        "register": "would hold for the whole process",
        "register_error": "would hold for the whole process",
        "unregister": "would hold for the whole process",
        "builtins": "imported by the module for itself",
        "sys": "imported by the module for itself",
    },
)
