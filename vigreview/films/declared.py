"""What a film's own headers declare, whichever kind it is: read before room is made for it."""

from vigreview.films import boxes, ebml, riff
from vigreview.films.boxes import FAMILY_MARKS, length_of
from vigreview.films.streams import Readable


def ends_early(file: Readable) -> bool:
    """Whether the file ends before the place where, by its own lengths, it should.

    What browsers record and camcorders write does not say how long it is, and is never told so.
    """
    length = length_of(file)
    ends = [ebml.end_of_segment(ebml.beginning(file)), riff.end_of_film(file, length)]
    if _is_of_mp4_family(file):
        ends += [each.end for each in boxes.boxes(file, 0, length)]
    return max(ends) > length


def length_us(file: Readable) -> int:
    """How long an AVI says that it is, in microseconds; 0 for others, which the library tells."""
    return riff.length_us(riff.beginning(file))


def pixels(file: Readable) -> int:
    """How many there are in the largest pictures that the film says to have; 0 where it does not.

    The library passes over a size that it finds too large, and goes on with another.
    """
    found = [ebml.pixels(ebml.beginning(file)), riff.pixels(riff.beginning(file))]
    if _is_of_mp4_family(file):
        found += [each.pixels for each in boxes.tracks(file)]
    return max(found)


def is_locked(file: Readable) -> bool:
    """Whether a track of the film is encrypted, and plays only with a key."""
    if _is_of_mp4_family(file):
        return any(each.is_locked for each in boxes.tracks(file))
    return ebml.is_locked(ebml.beginning(file))


def _is_of_mp4_family(file: Readable) -> bool:
    file.seek(4)
    return file.read(4) in FAMILY_MARKS
