"""The characters of a PDF page as runs of one font, size and baseline, where they stand.

pypdfium2's raw calls give each character's place, size and font; pdfplumber and pdfminer.six give the same and take ten
times as long (`eval/studies/reading.md`).
"""

import ctypes
from dataclasses import dataclass
from math import hypot
from typing import Any

# Of the height of a character: a gap that parts words, and how far a run may go on behind one.
_SPACE, _REACH = 0.17, 1.0
_LINE_BREAKS = (10, 13)
# A hyphen at the end of a line, as pdfium gives it.
_HYPHENS = {2: "-", 0xFFFE: "-"}


@dataclass
class Run:
    """Characters on one ``baseline`` from ``left`` to ``right``, ``height`` high; all in points from the lower left."""

    text: str
    left: float
    right: float
    baseline: float
    height: float
    font: str
    visible: bool = True  # what is not has been recognised in a picture

    @property
    def bold(self) -> bool:
        """Whether the font's name says so."""
        return "bold" in self.font.lower() or "black" in self.font.lower()

    @property
    def italic(self) -> bool:
        """Whether the font's name says so."""
        return "italic" in self.font.lower() or "oblique" in self.font.lower()


def page_runs(page: Any) -> list[Run]:
    """The runs of ``page``, in the order in which the file writes them.

    Characters of no size and runs off the page are left out.
    """
    import pypdfium2.raw as raw

    text_page = page.get_textpage()
    handle = text_page.raw
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(96), ctypes.c_int()
    # Called for each character: looked up once.
    code_of, piece_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject, raw.FPDFText_GetLooseCharBox
    runs: list[Run] = []
    current, font, height, visible = None, "", 0.0, True
    right, top = page.get_size()
    for index in range(raw.FPDFText_CountChars(handle)):
        code = code_of(handle, index)
        if code in _LINE_BREAKS or not code:
            continue
        character = _HYPHENS[code] if code in _HYPHENS else chr(code)
        last = runs[-1] if runs else None
        if character == " " and raw.FPDFText_IsGenerated(handle, index) == 1:  # one that pdfium infers
            if last is not None:
                last.text += " "
            continue
        found = piece_of(handle, index)
        piece = ctypes.addressof(found.contents) if found else None
        if piece is None or piece != current:  # of one piece of text the font, size and baseline are the same
            current = piece
            raw.FPDFText_GetMatrix(handle, index, matrix)
            height = raw.FPDFText_GetFontSize(handle, index) * hypot(matrix.c, matrix.d)
            raw.FPDFText_GetFontInfo(handle, index, name, 96, flags)
            font = name.value.decode("latin-1")
            visible = not found or raw.FPDFTextObj_GetTextRenderMode(found) != raw.FPDF_TEXTRENDERMODE_INVISIBLE
            raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if height < 1 or not box_of(handle, index, box):
            continue
        gap = box.left - last.right if last is not None else 0.0
        same = last is not None and (last.font, last.visible) == (font, visible) and abs(last.height - height) < 0.3
        if last is not None and same and abs(last.baseline - y.value) < 0.6 and -0.5 * height < gap < _REACH * height:
            if gap > _SPACE * height and not last.text.endswith(" ") and character != " ":
                last.text += " "
            last.text += character
            last.right = max(last.right, box.right)
        elif 0 <= box.left <= right and 0 <= y.value <= top:
            runs.append(Run(character, box.left, box.right, y.value, height, font, visible))
    text_page.close()
    return [run for run in runs if run.text.strip()]
