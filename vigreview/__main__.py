"""The command line, for what is done without a screen: ``python -m vigreview``."""

import argparse
import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from vigreview.films import apart

CHECK = """Says of each file whether it can be used as a film, one line of JSON a file: its name;
ok; the reason, where it is not, or where its end is missing; whether browsers play it as it is, its
length in seconds, number of frames, width and height as shown upright, degrees of rotation, whether
its frame rate varies, and the names of its video and audio codecs. Of a folder, the files in it."""

CONVERT = """Writes the copy of a film that the app would play: upright, quick to step about in, and
with nothing of where and on what it was filmed."""


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments ask for; gives the exit code."""
    asked = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return check(asked.files) if asked.verb == "check" else convert(asked.film, asked.out)
    except KeyboardInterrupt:
        return _sorry("Stopped.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m vigreview", description="vigreview, for what is done without a screen."
    )
    rooms = parser.add_subparsers(dest="room", required=True)
    films = rooms.add_parser("films", help="look at films, and copy them")
    verbs = films.add_subparsers(dest="verb", required=True)
    checking = verbs.add_parser(
        "check", help="say whether files can be used as films", description=CHECK
    )
    checking.add_argument("files", metavar="FILE", type=Path, nargs="+")
    converting = verbs.add_parser(
        "convert", help="write the copy of a film that the app would play", description=CONVERT
    )
    converting.add_argument("film", metavar="FILE", type=Path)
    converting.add_argument("out", metavar="OUT.mp4", type=Path)
    return parser


def check(files: list[Path]) -> int:
    """Print a judgement of each file; 0 when all of them were there to be judged."""
    code = 0
    for path in _each(files):
        print(json.dumps(apart.judged(path)), flush=True)
        if not _is_there(path):
            code = _sorry(_not_there(path))
    return code


def _each(files: list[Path]) -> Iterator[Path]:
    for path in files:
        if _is_there(path) and path.is_dir():
            yield from sorted(each for each in path.iterdir() if _is_shown(each))
        else:
            yield path


def _is_shown(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long to be one
        return False


def convert(film: Path, out: Path) -> int:
    """Write the playback copy of a film."""
    if not _is_there(film):
        return _sorry(_not_there(film))
    if _is_there(out) and out.samefile(film):
        return _sorry("The copy needs another name than the film.")
    sentence = apart.converted(film, out)
    return _sorry(sentence) if sentence else 0


def _not_there(path: Path) -> str:
    return f"There is no file {path}."


def _sorry(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
