"""How a keepsake looks: warm paper, words in its middle; captions low on the picture."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from moviepy import ColorClip, CompositeVideoClip, ImageClip, VideoClip
from numpy.typing import NDArray
from PIL import Image

from vigreview.films.keepsake.lettering import Colour, Line, high, set_lines, written
from vigreview.films.keepsake.scenes import Ideas, Words
from vigreview.films.times import SECOND

RGB = NDArray[np.uint8]  # lines by columns by three
Planes = NDArray[np.uint8]  # of yuv420p, one below the other, as wide as the picture
Size = tuple[int, int]  # width and height in pixels

PAPER: Colour = (251, 247, 242)
INK: Colour = (47, 42, 38)
QUIET: Colour = (98, 88, 79)
ACCENT: Colour = (47, 111, 107)
RULE: Colour = (150, 190, 185)
WHITE: Colour = (255, 255, 255)
NIGHT: Colour = (23, 19, 16)
BAND = 0.66  # how much of the picture a caption's ground takes away: white on white stays readable

# Sizes of letters, in parts of the picture's shorter side.
LARGE, BODY, SMALL = 0.074, 0.062, 0.042
CAPTION, CAPTION_OTHER = 0.05, 0.038
WIDE = 0.84  # of the picture's width that words may take
TALL = 0.74  # of a card's height that they may take
CAPTION_LINES, CAPTION_LINES_UPRIGHT = 3, 4
GAP = 0.04  # between what stands on a card, in parts of the shorter side
GAPS = {"room": 1.0, "rule": 2.0, "little": 0.2}  # of that

SETTLING_S = 2.2  # before one reads, and after
LETTERS_S = 13  # read in a second, aloud to a child beside one
SHORTEST_S, LONGEST_S = 4.0, 20.0
STEP_US = SECOND // 5  # between the frames of what does not move
FADE_US = 12 * SECOND // 25
FADE_STEP_US = SECOND // 25


@dataclass(frozen=True)
class Block:
    """Lines in one colour; `above` them lies "room", a thin "rule", or "little" of either."""

    lines: tuple[Line, ...]
    colour: Colour
    above: str = "room"


@dataclass(frozen=True)
class Card:
    """One page of words on paper."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Caption:
    """Words that lie low on the picture."""

    lines: tuple[Line, ...]


def title_card(small: str, words: Words | None, size: Size) -> list[Card]:
    """The pages of the first card."""
    if words is None:
        return _pages([_block(small, LARGE, INK, size)], size)
    named = _block(small, SMALL, ACCENT, size)
    return _pages([named, *_said(words, LARGE, size, above="rule")], size)


def words_card(words: Words, size: Size) -> list[Card]:
    """The pages of a card of somebody's words."""
    return _pages(_said(words, BODY, size), size)


def ideas_card(scene: Ideas, size: Size) -> list[Card]:
    """The pages of the last card."""
    blocks = [_block(scene.small, SMALL, ACCENT, size)]
    for words in scene.ideas:
        blocks += _said(words, BODY, size, "rule" if len(blocks) == 1 else "room")
    return _pages(blocks, size)


def caption(words: Words, size: Size) -> Caption | None:
    """Words as a caption; None where they are too many for one."""
    width, height = size
    lines = _lines(words.text, CAPTION, size)
    other = " · ".join(each for each in (words.original, words.by) if each)
    lines += _lines(other, CAPTION_OTHER, size)
    most = CAPTION_LINES_UPRIGHT if height > width else CAPTION_LINES
    return Caption(tuple(lines)) if len(lines) <= most else None


def reading_us(lines: list[Line]) -> int:
    """How long lines stay to be read, in whole steps."""
    seconds = SETTLING_S + sum(len(line.words) for line in lines) / LETTERS_S
    return round(min(LONGEST_S, max(SHORTEST_S, seconds)) * SECOND / STEP_US) * STEP_US


def card_lines(card: Card) -> list[Line]:
    return [line for block in card.blocks for line in block.lines]


def draw_card(card: Card, size: Size) -> RGB:
    """A card as a picture."""
    width, height = size
    rule = max(2, round(min(size) * 0.004))
    clips: list[VideoClip] = [ColorClip(size, color=PAPER)]
    top = (height - _tall(list(card.blocks), size)) // 2
    for number, block in enumerate(card.blocks):
        gap = _above(block, size) if number else 0
        if number and block.above == "rule":
            line = ColorClip((round(min(size) * 0.12), rule), color=RULE)
            clips.append(line.with_position(("center", top + (gap - rule) // 2)))
        words = written(list(block.lines), width, block.colour)
        clips.append(ImageClip(np.asarray(words)).with_position((0, top + gap)))
        top += gap + high(list(block.lines))
    return _still(clips, size)


def draw_part_of_frame(picture: Image.Image, size: Size) -> RGB:
    """A part of a frame, as large as it gets, in the middle of the paper."""
    width, height = size
    scale = min(width / picture.width, height / picture.height)
    fitted = picture.resize(
        (round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS
    )
    ground = ColorClip(size, color=PAPER)
    return _still([ground, ImageClip(np.asarray(fitted)).with_position("center")], size)


def caption_top(words: Caption, size: Size) -> int:
    """The line of the picture, an even one, from where on a caption's ground lies."""
    return (size[1] - high(list(words.lines)) - round(1.3 * _gap(size))) // 2 * 2


class Captioned:
    """Lays a caption on the lower band of one frame after another."""

    def __init__(self, words: Caption, size: Size) -> None:
        self.top = caption_top(words, size)
        wide, tall = size[0], size[1] - self.top
        self._band: RGB = np.zeros((tall, wide, 3), np.uint8)
        below = VideoClip(lambda _: self._band)
        lettered = ImageClip(np.asarray(_on_ground(words, wide, tall)))
        self._film = CompositeVideoClip([below, lettered], size=(wide, tall), bg_color=(0, 0, 0))

    def laid_on(self, band: RGB) -> RGB:
        """The lower band of a frame, with the caption."""
        self._band = band
        return self._film.frame_function(0)


def _on_ground(words: Caption, wide: int, tall: int) -> Image.Image:
    """A caption's words on its dark ground, which begins softly."""
    lines = list(words.lines)
    ground = np.zeros((tall, wide, 4), np.uint8)
    ground[..., :3] = NIGHT
    soft = max(1, (tall - high(lines)) // 3)
    ground[..., 3] = round(255 * BAND)
    ground[:soft, :, 3] = np.linspace(0, 255 * BAND, soft, dtype=np.uint8)[:, None]
    picture = Image.fromarray(ground)
    below = soft + (tall - soft - high(lines)) // 2
    picture.alpha_composite(written(lines, wide, WHITE), (0, below))
    return picture


def cross_fade(before: Planes, after: Planes) -> Iterator[Planes]:
    """What lies between two pictures, neither of them among it, FADE_STEP_US apart.

    Mixing two pictures' planes gives the same as mixing their colours, in a third of the time.
    """
    seconds, coming = FADE_US / SECOND, Image.fromarray(after)

    def mixed(get_frame: Callable[[float], Planes], t: float) -> Planes:
        return np.asarray(Image.blend(Image.fromarray(get_frame(t)), coming, t / seconds))

    film = VideoClip(lambda _: before, duration=seconds).transform(mixed)
    count = FADE_US // FADE_STEP_US
    for number in range(count):
        yield film.get_frame((number + 0.5) * seconds / count)


def _still(clips: list[VideoClip], size: Size) -> RGB:
    return CompositeVideoClip(clips, size=size, use_bgclip=True).frame_function(0)


def _said(words: Words, share: float, size: Size, above: str = "room") -> list[Block]:
    blocks = [_block(words.text, share, INK, size, above)]
    for more in (words.original, words.by):
        if more:
            blocks.append(_block(more, SMALL, QUIET, size, "little"))
    return blocks


def _block(words: str, share: float, colour: Colour, size: Size, above: str = "room") -> Block:
    return Block(tuple(_lines(words, share, size)), colour, above)


def _lines(words: str, share: float, size: Size) -> list[Line]:
    return set_lines(words, round(min(size) * share), round(size[0] * WIDE))


def _gap(size: Size) -> float:
    return min(size) * GAP


def _above(block: Block, size: Size) -> int:
    return round(GAPS[block.above] * _gap(size))


def _tall(blocks: list[Block], size: Size) -> int:
    gaps = sum(_above(block, size) for block in blocks[1:])
    return gaps + sum(high(list(block.lines)) for block in blocks)


def _pages(blocks: list[Block], size: Size) -> list[Card]:
    """Blocks on as many cards as they need; one that is too long for a card goes on on the next."""
    pages: list[list[Block]] = [[]]
    room = round(size[1] * TALL)
    for block in blocks:
        begun = False  # on the page that is being filled
        for line in block.lines:
            page = pages[-1]
            if begun:
                longer = [*page[:-1], replace(block, lines=(*page[-1].lines, line))]
            else:
                longer = [*page, replace(block, lines=(line,))]
            if page and _tall(longer, size) > room:
                longer = [replace(block, lines=(line,))]
                pages.append(longer)
            pages[-1], begun = longer, True
    return [Card(tuple(page)) for page in pages if page]
