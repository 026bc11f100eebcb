"""WebVTT (W3C, The Web Video Text Tracks): clips' names over a film, captions over a clip."""

from collections.abc import Sequence

from vigreview.documents.reading import MS, one_line
from vigreview.process.captions import Cue
from vigreview.process.moments import Moment

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def webvtt(moments: Sequence[Moment]) -> bytes:
    """Return moments as cues, in film order. Their times are whole milliseconds within them."""
    cues = ["WEBVTT"]
    for one in sorted(moments, key=lambda one: one.start_us):
        start, end = whole_ms(one)
        name = one_line(one.name).translate(_ESCAPED) or "Clip"
        cues.append(f"{_clock(start)} --> {_clock(end)}\n{name}")
    return ("\n\n".join(cues) + "\n").encode()


def captions(cues: Sequence[Cue]) -> bytes:
    """Return a clip's captions as cues, in their order."""
    lines = ["WEBVTT"]
    for one in cues:
        start = one.start_us // MS
        end = max(one.end_us // MS, start + 1)
        words = one_line(one.words).translate(_ESCAPED)
        lines.append(f"{_clock(start)} --> {_clock(end)}\n{words}")
    return ("\n\n".join(lines) + "\n").encode()


def whole_ms(one: Moment) -> tuple[int, int]:
    """Return start and end in milliseconds: within the first frame, and within the last."""
    start = -(-one.start_us // MS)
    end = start + 1 if one.end_us is None else one.end_us // MS
    return start, max(end, start + 1)


def _clock(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{ms:03}"
