"""What can go wrong with a film file; each ``str()`` is one sentence for the person."""


class FilmError(Exception):
    """Base of what can go wrong with a film file."""

    sentence = "Something went wrong with this film."

    def __init__(self, sentence: str | None = None) -> None:
        super().__init__(sentence or self.sentence)


class FilmLocked(FilmError):
    """The key does not open the film file (or its first page is damaged)."""

    sentence = "This film cannot be opened with the key that belongs to it."


class FilmNotThere(FilmError):
    """There is no film file at that path."""

    sentence = "This film is no longer on this device."


class FilmThere(FilmError):
    """A film file was to be created where one already lies."""

    sentence = "There is already a film in this place."


class FilmDamaged(FilmError):
    """A page of the film file does not hold what was written: its seal is broken."""

    sentence = "Part of this film was damaged on the disk and cannot be read."


class FilmTooNew(FilmError):
    """The film file was written by a later version of this program."""

    sentence = "This film was kept by a newer version of this program."


class FilmBusy(FilmError):
    """Another writer held the film file for longer than we wait."""

    sentence = "This film is busy with something else; please try again in a moment."


class NoRoom(FilmError):
    """The disk is full."""

    sentence = "There is not enough room left on this device for the film."


class StreamNotThere(FilmError):
    """The film file has no sealed stream (or no arriving one) of that name."""

    sentence = "This part of the film is not there."


class WriterOvertaken(FilmError):
    """A later writer of the same stream has begun, or the stream was deleted; this one has lost."""

    sentence = "This part of the film is being made anew by something else."


class WrongOffset(FilmError):
    """Bytes were sent for another place than the end of the ``held`` bytes that are here."""

    sentence = "The film did not arrive in one piece; please send it on from where it stopped."

    def __init__(self, held: int) -> None:
        super().__init__()
        self.held = held
