"""From the bytes of a text file to characters: the encoding found, always the same way, or the file refused."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from dhr_graph.errors import UnreadableFile

SAMPLE_BYTES = 200_000
BINARY_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (as .docx and .xlsx are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc or .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
)
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SINGLE_BYTE = ("cp1252", "mac_roman")
ODD_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
MOST_ODD_CONTROLS = 0.01


def decode(content: bytes, name: str) -> tuple[str, str]:
    """The characters of a text file and the name of the encoding they were in; raises UnreadableFile for binary."""
    for beginning, what in BINARY_BEGINNINGS:
        if content.startswith(beginning):
            raise UnreadableFile(
                f"This is {what}, not plain text.", where=name, remedy="Give the file the ending that fits its kind."
            )
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding, name)
    wide = _wide_encoding(content[:SAMPLE_BYTES])
    if wide is not None:
        return _decode_marked(content, wide, name)
    _refuse_binary(content, name)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_damaged(content)


def _decode_marked(content: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError as fault:
        if encoding == "utf-8":
            return _decode_damaged(content)
        raise UnreadableFile(
            f"The file says that it is {encoding}, but is not from byte {fault.start} on.",
            where=name,
            remedy="Save it again as UTF-8 text.",
        ) from fault


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark shows as zero bytes in every second place of English text, and hardly any in the other."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    zeros_even, zeros_odd = sample[0::2].count(0), sample[1::2].count(0)
    if zeros_odd > 0.6 * pairs and zeros_even < 0.05 * pairs:
        return "utf-16-le"
    if zeros_even > 0.6 * pairs and zeros_odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _refuse_binary(content: bytes, name: str) -> None:
    odd = len(content) - len(content.translate(None, ODD_CONTROLS))
    if odd > MOST_ODD_CONTROLS * len(content):
        raise UnreadableFile("The file is binary, not text.", where=name, remedy="Give a plain text or Markdown file.")


def _decode_damaged(content: bytes) -> tuple[str, str]:
    """UTF-8 with a few stray bytes keeps its good characters; what is not UTF-8 at all is an older encoding."""
    text = content.decode("utf-8", errors="surrogateescape")
    stray = {char for char in set(text) if "\udc80" <= char <= "\udcff"}
    strays = sum(text.count(char) for char in sorted(stray))
    wide = sum(1 for char in text if ord(char) > 127) - strays
    if wide > 4 * strays:
        table = {ord(c): bytes([ord(c) - 0xDC00]).decode("cp1252", errors="replace") for c in sorted(stray)}
        return text.translate(table), "utf-8, in part cp1252"
    return _decode_single_byte(content)


def _decode_single_byte(content: bytes) -> tuple[str, str]:
    """Windows' encoding unless another is clearly likelier; a byte that it lacks is read as in Latin-1."""
    first_odd = next((i for i, byte in enumerate(content) if byte > 127), 0)
    sample = content[max(0, first_odd - SAMPLE_BYTES // 2) : first_odd + SAMPLE_BYTES // 2]
    best = from_bytes(sample, cp_isolation=list(SINGLE_BYTE)).best()
    encoding = best.encoding if best is not None and best.encoding in SINGLE_BYTE else "cp1252"
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError:
        return content.decode("latin-1"), "latin-1"
