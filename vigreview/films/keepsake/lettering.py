"""Words as pictures: letters of whatever fonts there are, lines broken where they fit.

No font is shipped: the system's are used, and behind them the one inside Pillow.
"""

import os
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

# Tried first, in this order: plain, warm enough, and rich in letters.
PREFERRED = (
    "segoeui.ttf",
    "Avenir Next.ttc",
    "HelveticaNeue.ttc",
    "NotoSans-Regular.ttf",
    "DejaVuSans.ttf",
    "Arial Unicode.ttf",
    "arial.ttf",
    "Arial.ttf",
    "LiberationSans-Regular.ttf",
)
ENDINGS = {".ttf", ".otf", ".ttc"}
PILLOWS = ""  # the path that stands for the font inside Pillow
LOOKED_AT = 24  # the size in pixels at which it is seen whether a font has a letter
LINE = 1.32  # the height of a line, of its letters' size
MISSING = "\U0010fffe"  # a letter that no font has
UNSEEN = ("C", "M", "Z")  # control signs, marks on other letters, spaces
RIGHT_TO_LEFT = ("R", "AL")

Colour = tuple[int, int, int]


class NoLetters(Exception):
    """No font of this device has the letters of some words."""

    code = "no_letters"

    def __init__(self) -> None:
        super().__init__("This device has no font with all the letters of these words.")


@dataclass(frozen=True)
class Line:
    """One line of words, and the fonts that it is written with: one of all, or one a word."""

    words: str
    fonts: tuple[str, ...]
    size: int

    @property
    def leftwards(self) -> bool:
        return _leftwards(self.words)


def fonts_of(words: str) -> tuple[str, ...]:
    """The fonts that words are written with: one that has every letter, else one for each word.

    Raises NoLetters, also where letters run leftwards and nothing here can lay them out so.
    """
    words = unicodedata.normalize("NFC", words)
    if not features.check("fribidi") and any(_runs_left(each) for each in words):
        raise NoLetters
    whole = _font_with(_letters(words))
    if whole is not None:
        return (whole,)
    found = [_font_with(_letters(word)) for word in words.split()]
    if None in found:
        raise NoLetters
    return tuple(each for each in found if each is not None)


def set_lines(words: str, size: int, width: int) -> list[Line]:
    """Break words into lines of at most `width` pixels, about as long as one another.

    Their own line ends stay.
    """
    return [
        Line(line, fonts_of(line), size)
        for paragraph in unicodedata.normalize("NFC", words).splitlines()
        for line in _balanced(list(_words(paragraph, size, width)), size, width)
    ]


def _balanced(words: list[str], size: int, width: int) -> list[str]:
    """The lines of as narrow a column as has no more of them than the width needs."""
    best = lines = _filled(words, size, width)
    for narrower in range(width, width // 2, -max(1, width // 40)):
        tried = _filled(words, size, narrower)
        if len(tried) > len(lines) or any(_width(line, size) > narrower for line in tried):
            break
        best = tried
    return best


def _filled(words: list[str], size: int, width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def high(lines: list[Line]) -> int:
    """The pixels that lines take, one below the other."""
    return sum(round(line.size * LINE) for line in lines)


def written(lines: list[Line], width: int, colour: Colour) -> Image.Image:
    """Lines in the middle of a transparent picture of that width."""
    picture = Image.new("RGBA", (width, max(1, high(lines))), (*colour, 0))
    draw, top = ImageDraw.Draw(picture), 0
    for line in lines:
        middle = top + round(line.size * LINE / 2)
        for words, font, left in _laid(line, width):
            draw.text((left, middle), words, font=font, fill=(*colour, 255), anchor="lm")
        top += round(line.size * LINE)
    return picture


def _laid(line: Line, width: int) -> Iterator[tuple[str, ImageFont.FreeTypeFont, float]]:
    """What is written in one go, with its font and its left edge."""
    if len(line.fonts) == 1:
        font = _font(line.fonts[0], line.size)
        yield line.words, font, (width - font.getlength(line.words)) / 2
        return
    words = [(word, _font(path, line.size)) for word, path in _by_word(line)]
    if line.leftwards:
        words.reverse()
    left = (width - _width(line.words, line.size)) / 2
    for word, font in words:
        yield word, font, left
        left += font.getlength(f"{word} ")


def _by_word(line: Line) -> Iterator[tuple[str, str]]:
    return zip(line.words.split(), line.fonts, strict=True)


def _words(paragraph: str, size: int, width: int) -> Iterator[str]:
    """The words of a paragraph; one that is longer than a line comes in pieces."""
    for word in paragraph.split():
        while _width(word, size) > width:
            fits = max(1, int(len(word) * width / _width(word, size)))
            while fits > 1 and _width(word[:fits], size) > width:
                fits -= 1
            yield word[:fits]
            word = word[fits:]
        if word:
            yield word


def _width(words: str, size: int) -> float:
    fonts = fonts_of(words)
    if len(fonts) == 1:
        return _font(fonts[0], size).getlength(words)
    each = zip(words.split(), fonts, strict=True)
    return sum(_font(path, size).getlength(f"{word} ") for word, path in each)


def _leftwards(words: str) -> bool:
    strong = (unicodedata.bidirectional(each) for each in words)
    return next((each in RIGHT_TO_LEFT for each in strong if each in ("L", *RIGHT_TO_LEFT)), False)


def _runs_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in RIGHT_TO_LEFT


def _letters(words: str) -> frozenset[str]:
    return frozenset(each for each in words if not unicodedata.category(each).startswith(UNSEEN))


@lru_cache(maxsize=1024)
def _font_with(letters: frozenset[str]) -> str | None:
    """The first font that has all of some letters; None where there is none."""
    return next((path for path in _fonts() if all(_has(path, each) for each in letters)), None)


@lru_cache(maxsize=65536)
def _has(path: str, letter: str) -> bool:
    """Whether a font has a letter: it is not drawn as one that no font has."""
    try:
        return _drawn(path, letter) != _drawn(path, MISSING)
    except OSError:  # no font that Pillow reads
        return False


@lru_cache(maxsize=1024)
def _drawn(path: str, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(path, LOOKED_AT).getmask(letter)
    return mask.size, bytes(mask)


@lru_cache(maxsize=256)
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    if path == PILLOWS:
        font = ImageFont.load_default(size)
        assert isinstance(font, ImageFont.FreeTypeFont)
        return font
    return ImageFont.truetype(path, size)


@lru_cache(maxsize=1)
def _fonts() -> tuple[str, ...]:
    """The fonts of this device, those we would rather have first."""
    found = sorted(
        Path(where) / name
        for folder in _folders()
        for where, _, names in os.walk(folder)
        for name in names
        if Path(name).suffix.lower() in ENDINGS
    )
    rank = {name: number for number, name in enumerate(PREFERRED)}
    best = sorted(found, key=lambda path: rank.get(path.name, len(rank)))
    liked = sum(path.name in rank for path in best)
    paths = [str(path) for path in best]
    return (*paths[:liked], PILLOWS, *paths[liked:])


def _folders() -> list[Path]:
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", own]
    if sys.platform == "darwin":
        system = ["/System/Library/Fonts", "/Library/Fonts"]
        return [*map(Path, system), Path.home() / "Library" / "Fonts"]
    system = ["/usr/share/fonts", "/usr/local/share/fonts"]
    return [*map(Path, system), Path.home() / ".local/share/fonts", Path.home() / ".fonts"]
