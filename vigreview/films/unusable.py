"""Why a file cannot be used as a film; each ``str()`` is one sentence to read out to a parent."""


class UnusableFilm(Exception):
    """Base of the reasons; ``code`` is stable and may be stored."""

    code = "unusable"
    sentence = "This file cannot be used as a film."

    def __init__(self, sentence: str | None = None) -> None:
        super().__init__(sentence or self.sentence)


class NotOpened(UnusableFilm):
    code = "not_opened"
    sentence = "This file is not there, or cannot be opened."


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


class NoFrames(UnusableFilm):
    code = "no_frames"
    sentence = "This film has no pictures in it yet; perhaps the filming was stopped at once."


class Protected(UnusableFilm):
    code = "protected"
    sentence = "This film is protected against copying, so it plays only where it came from."


class TooLong(UnusableFilm):
    """Longer than may be; both in microseconds."""

    code = "too_long"

    def __init__(self, length_us: int, limit_us: int) -> None:
        super().__init__(
            f"This film is {in_words(length_us)} long, and the longest that can be used is"
            f" {in_words(limit_us)}; a shorter part of it can be brought."
        )


class TooLarge(UnusableFilm):
    code = "too_large"
    sentence = "The pictures in this film are larger than this program can work with."


class TooMuch(UnusableFilm):
    code = "too_much"
    sentence = "This film needs more memory than this device can give it."


class Stuck(UnusableFilm):
    code = "stuck"
    sentence = "This film could not be read to its end."


class BrokeOff(UnusableFilm):
    code = "broke_off"
    sentence = "Something in this film could not be worked with."


def in_words(microseconds: int) -> str:
    """A length of time: 12 hours 5 min, or 3 min 12 s."""
    minutes, seconds = divmod(microseconds // 1_000_000, 60)
    hours, minutes = divmod(minutes, 60)
    words = [f"{hours} hour{'s' if hours > 1 else ''}"] if hours else []
    words += [f"{minutes} min"] if minutes else []
    words += [f"{seconds} s"] if not hours and (seconds or not minutes) else []
    return " ".join(words)
