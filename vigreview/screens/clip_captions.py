"""A clip's captions as a player asks for them: WebVTT, written when it is fetched."""

from dataclasses import dataclass, field

from vigreview.documents.webvtt import captions
from vigreview.process.captions import cues
from vigreview.process.consent import may
from vigreview.process.practice import NotThere, Practice
from vigreview.process.watching import clip_of_this_seat, purpose_of

CAPTIONS = "captions"


@dataclass(frozen=True)
class Captions:
    """The bytes of a clip's captions, for as long as the clip may be seen from this seat."""

    practice: Practice
    film_id: int
    data: bytes = field(repr=False)
    media_type: str = "text/vtt; charset=utf-8"

    @property
    def length(self) -> int:
        return len(self.data)

    def read(self, start: int, length: int) -> bytes:
        return self.data[start : start + length]

    def allowed(self) -> bool:
        return bool(may(self.practice, purpose_of(self.practice), self.film_id))

    def close(self) -> None:
        """There is nothing to close."""


def open_captions(practice: Practice, clip_id: int) -> Captions:
    """Open a clip's captions. Raises Refused, and NotThere where nobody typed any."""
    clip = clip_of_this_seat(practice, clip_id)
    may(practice, purpose_of(practice), clip.film_id).or_refuse()
    found = cues(clip)
    if not found:
        raise NotThere("This clip has no captions.")
    return Captions(practice, clip.film_id, captions(found))
