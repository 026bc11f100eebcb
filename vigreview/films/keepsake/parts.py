"""The pieces of a keepsake: each is encoded once, and kept under a name that all of it makes."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import av
import moviepy
import PIL
from av.video.frame import VideoFrame
from PIL import features

from vigreview.films.copy import ENCODING
from vigreview.films.encode import LONGEST_LAST, CopyWriter
from vigreview.films.file import FilmFile
from vigreview.films.keepsake import PART, look
from vigreview.films.keepsake.look import RGB, STEP_US, Caption, Captioned, Card
from vigreview.films.keepsake.scenes import Clip, Ideas, Scene, Still, Title, Words
from vigreview.films.keepsake.studio import Studio, band_of, frame_of, lay_band, planes_in
from vigreview.films.preparing import MP4

PRESET, CRF = "veryfast", 20
SLOWER = 2  # how many times as long a slow repeat is
# Whatever else makes a part: raise MADE_AS with every change of how parts look or are encoded.
MADE_AS = 1
MAKERS = [MADE_AS, av.__version__, moviepy.__version__, PIL.__version__]
MAKERS += [features.version("raqm") or "", PRESET, CRF]

Stamped = Iterator[VideoFrame]  # frames of a part, in microseconds from its start on


@dataclass(frozen=True)
class Shot:
    """A picture of the film: a frame of it or a part of one, with a caption or none."""

    at_us: int
    caption: Caption | None = None
    crop: tuple[int, int, int, int] | None = None

    def draw(self, studio: Studio) -> RGB:
        if self.crop:
            return self._captioned(
                look.draw_part_of_frame(studio.part_of_frame(self.at_us, self.crop), studio.size),
                studio,
            )
        return self._captioned(studio.rgb(studio.frame(self.at_us)), studio)

    def _captioned(self, picture: RGB, studio: Studio) -> RGB:
        if self.caption is None:
            return picture
        lettered = Captioned(self.caption, studio.size)
        picture = picture.copy()
        picture[lettered.top :] = lettered.laid_on(picture[lettered.top :])
        return picture


@dataclass(frozen=True)
class Page:
    """A picture that is a card."""

    card: Card

    def draw(self, studio: Studio) -> RGB:
        return look.draw_card(self.card, studio.size)


Picture = Shot | Page


@dataclass(frozen=True)
class Hold:
    """A picture that stays for a while."""

    picture: Picture
    lasts_us: int

    @property
    def first(self) -> Picture:
        return self.picture

    @property
    def last(self) -> Picture:
        return self.picture

    def stamps(self, studio: Studio) -> list[int]:
        return list(range(0, self.lasts_us, STEP_US))

    def last_lasts(self, studio: Studio) -> int:
        return STEP_US

    def frames(self, studio: Studio) -> Stamped:
        planes = studio.planes_of(self.picture.draw(studio))
        for at in self.stamps(studio):
            frame = frame_of(planes)
            frame.pts = at
            yield frame


@dataclass(frozen=True)
class Run:
    """A clip as it was filmed, or more slowly: every frame of it at its own time."""

    start_us: int
    end_us: int
    caption: Caption | None = None
    slowly: bool = False

    @property
    def first(self) -> Picture:
        return Shot(self.start_us, self.caption)

    @property
    def last(self) -> Picture:
        return Shot(self.end_us, self.caption)

    @property
    def slower(self) -> int:
        return SLOWER if self.slowly else 1

    def stamps(self, studio: Studio) -> list[int]:
        return [at * self.slower for at in studio.times(self.start_us, self.end_us)]

    def last_lasts(self, studio: Studio) -> int:
        return min(LONGEST_LAST, studio.last_lasts(self.end_us) * self.slower)

    def frames(self, studio: Studio) -> Stamped:
        lettered = Captioned(self.caption, studio.size) if self.caption else None
        for at, frame in studio.clip(self.start_us, self.end_us):
            shown = _lettered(frame, lettered, studio) if lettered else frame
            shown.pts = at * self.slower
            yield shown


def _lettered(frame: VideoFrame, lettered: Captioned, studio: Studio) -> VideoFrame:
    """A frame with a caption; above the caption's ground it stays as it is to the bit."""
    planes = planes_in(frame)
    band = studio.rgb(band_of(planes, lettered.top))
    lay_band(planes, lettered.top, studio.planes_of(lettered.laid_on(band)))
    return frame_of(planes)


@dataclass(frozen=True)
class Fade:
    """One picture passing into the next. Both stand still, so that no moment is seen dimly."""

    before: Picture
    after: Picture

    def stamps(self, studio: Studio) -> list[int]:
        return list(range(0, look.FADE_US, look.FADE_STEP_US))

    def last_lasts(self, studio: Studio) -> int:
        return look.FADE_STEP_US

    def frames(self, studio: Studio) -> Stamped:
        edges = (studio.planes_of(each.draw(studio)) for each in (self.before, self.after))
        for at, planes in zip(self.stamps(studio), look.cross_fade(*edges), strict=True):
            frame = frame_of(planes)
            frame.pts = at
            yield frame


Standing = Hold | Run
Part = Hold | Run | Fade


def parts_of(scenes: list[Scene], studio: Studio) -> list[Part]:
    """The pieces of a keepsake in their order, with a fade between neighbours."""
    standing = [part for scene in scenes for part in _standing(scene, studio)]
    parts: list[Part] = []
    for part in standing:
        if parts:
            before = parts[-1]
            assert not isinstance(before, Fade)
            parts.append(Fade(before.last, part.first))
        parts.append(part)
    return parts


def _standing(scene: Scene, studio: Studio) -> list[Standing]:
    size = studio.size
    if isinstance(scene, Title):
        return _cards(look.title_card(scene.small, scene.words, size))
    if isinstance(scene, Ideas):
        return _cards(look.ideas_card(scene, size))
    if isinstance(scene, Clip):
        caption = _caption(scene.words, studio)
        # Words that are too many to lie on the picture come before it, on a card of their own.
        before = _said(scene.words, studio) if scene.words and not caption else []
        return [*before, Run(scene.start_us, scene.end_us, caption, scene.slowly)]
    if isinstance(scene, Still):
        caption = _caption(scene.words, studio)
        lines = list(caption.lines) if caption else []
        return [Hold(Shot(scene.at_us, caption, scene.crop), look.reading_us(lines))]
    return _said(scene.words, studio)


def _caption(words: Words | None, studio: Studio) -> Caption | None:
    return look.caption(words, studio.size) if words else None


def _said(words: Words, studio: Studio) -> list[Standing]:
    return _cards(look.words_card(words, studio.size))


def _cards(cards: list[Card]) -> list[Standing]:
    return [Hold(Page(card), look.reading_us(look.card_lines(card))) for card in cards]


def lasts_us(part: Part, studio: Studio) -> int:
    """How long a part is, in microseconds."""
    return part.stamps(studio)[-1] + part.last_lasts(studio)


def name_of(part: Part, studio: Studio) -> str:
    """The stream of a part: the same name is the same picture, frame for frame."""
    return stream_of([type(part).__name__, asdict(part), studio.size], studio)


def stream_of(recipe: list[Any], studio: Studio) -> str:
    """The stream of what a recipe makes out of this film, with the programs that are here."""
    told = json.dumps([MAKERS, studio.source.stream, recipe], sort_keys=True)
    return PART + hashlib.sha256(told.encode()).hexdigest()


def encode(
    part: Part, name: str, film: FilmFile, studio: Studio, on_frame: Callable[[], None]
) -> None:
    """Store one part."""
    with film.writer(name, MP4) as into:
        writer = CopyWriter(into, *studio.size, 0, PRESET, CRF, ENCODING)
        for frame in part.frames(studio):
            writer.add_frame(frame)
            on_frame()
        writer.finish(part.last_lasts(studio))
