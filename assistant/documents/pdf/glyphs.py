"""The characters of a PDF page as runs of one font, size and baseline, where they stand.

pypdfium2's raw calls give each character's place, size and font; pdfplumber and pdfminer.six give the same and take ten
times as long (`eval/studies/reading.md`).
"""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from math import hypot
from typing import Any

# Of the height of a character: a gap that parts words, and how far a run may go on behind one.
_SPACE, _REACH = 0.17, 1.0
# Of 255: from which a colour is nearly white, and by how much a character differs from what it is printed on.
_LIGHT, _DIFFERENT = 230, 24
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
    visible: bool = True  # what is not may have been recognised in a picture
    light: bool = False  # nearly white: only seen on something darker

    @property
    def bold(self) -> bool:
        """Whether the font's name says so."""
        return "bold" in self.font.lower() or "black" in self.font.lower()

    @property
    def italic(self) -> bool:
        """Whether the font's name says so."""
        return "italic" in self.font.lower() or "oblique" in self.font.lower()


def page_runs(page: Any) -> list[Run]:
    """The runs of ``page``, in the order in which the file writes them, those that a reader can't see among them.

    Of no size, off the page or white on white, they are not ``visible`` and without a height.
    """
    import pypdfium2.raw as raw

    text_page = page.get_textpage()
    handle = text_page.raw
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(96), ctypes.c_int()
    # Called for each character: looked up once.
    code_of, piece_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject, raw.FPDFText_GetLooseCharBox
    runs: list[Run] = []
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    current, font, height, visible, light = None, "", 0.0, True, False
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
            raw.FPDFText_GetFillColor(handle, index, red, green, blue, alpha)
            light = min(red.value, green.value, blue.value) > _LIGHT
            raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if not box_of(handle, index, box):
            continue
        gap = box.left - last.right if last is not None else 0.0
        style = (font, visible, light)
        same = last is not None and (last.font, last.visible, last.light) == style and abs(last.height - height) < 0.3
        if last is not None and same and abs(last.baseline - y.value) < 0.6 and -0.5 * height < gap < _REACH * height:
            if gap > _SPACE * height and not last.text.endswith(" ") and character != " ":
                last.text += " "
            last.text += character
            last.right = max(last.right, box.right)
        else:
            runs.append(Run(character, box.left, box.right, y.value, height, *style))
    text_page.close()
    kept = [run for run in runs if run.text.strip()]
    unlike = _contrast(page) if any(run.light for run in kept) else None
    for run in kept:
        on_page = run.height >= 1 and 0 <= run.left <= right and 0 <= run.baseline <= top
        if not on_page or (run.light and unlike is not None and not unlike(run)):
            run.visible, run.height = False, 0.0
    return kept


def _contrast(page: Any) -> Callable[[Run], bool]:
    """Whether a run differs from what it is printed on, in the picture of ``page``."""
    picture = page.render(scale=1, grayscale=True).to_pil().convert("L")

    def unlike(run: Run) -> bool:
        foot = picture.height - run.baseline
        box = (int(run.left), int(foot - run.height), int(run.right) + 1, int(foot) + 1)
        darkest, lightest = picture.crop(box).getextrema()
        return bool(lightest - darkest > _DIFFERENT)

    return unlike
