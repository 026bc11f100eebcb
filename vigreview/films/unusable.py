"""Why a file cannot be used as a film; each ``str()`` is one sentence to read out to a parent."""


class UnusableFilm(Exception):
    """Base of the reasons; ``code`` is stable and may be stored."""

    code = "unusable"
    sentence = "This file cannot be used as a film."

    def __init__(self) -> None:
        super().__init__(self.sentence)


class EmptyFile(UnusableFilm):
    code = "empty"
    sentence = "This file is empty; perhaps it was not copied all the way."


class NotAFilm(UnusableFilm):
    code = "not_a_film"
    sentence = "This file is not a film; perhaps another file was chosen by mistake."


class SoundOnly(UnusableFilm):
    code = "sound_only"
    sentence = "This file has no picture in it, only sound."


class NoPicture(UnusableFilm):
    code = "no_picture"
    sentence = "This file has no moving picture in it."


class StillPicture(UnusableFilm):
    code = "still_picture"
    sentence = "This file is a single picture, not a film."


class EndMissing(UnusableFilm):
    code = "end_missing"
    sentence = (
        "The end of this film is missing, and without it none of it can be shown;"
        " copying it from the phone once more often helps."
    )


class Unreadable(UnusableFilm):
    code = "unreadable"
    sentence = (
        "The pictures in this film cannot be read; copying it from the phone once more often helps."
    )


class TooLong(UnusableFilm):
    code = "too_long"
    sentence = "This film is longer than three hours; a shorter part of it can be used."


class TooLarge(UnusableFilm):
    code = "too_large"
    sentence = "The pictures in this film are larger than this program can work with."
