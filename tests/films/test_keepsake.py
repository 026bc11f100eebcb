"""The keepsake: the clips' own frames between words; what has not changed is not encoded again."""

import io
from collections import Counter
from pathlib import Path
from typing import Any

import av
import numpy as np
import psutil
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.films.conftest import RealFilms
from tests.films.making import Picture, Wanted, heard, make, number_of, seen, steady, unsteady
from tests.films.test_worker import Job, bring
from vigreview.films.exporting import export
from vigreview.films.file import FilmFile
from vigreview.films.keepsake import KEEPSAKE, PART, forget_unfinished, look
from vigreview.films.keepsake.lettering import fonts_of, set_lines
from vigreview.films.keepsake.making import make_keepsake
from vigreview.films.keepsake.scenes import Words
from vigreview.films.preparing import prepare, stored_times
from vigreview.films.probe import probe
from vigreview.films.times import Limits
from vigreview.films.unusable import UnusableFilm

SECOND = 1_000_000
FADE = look.FADE_US
FADE_FRAMES = FADE // look.FADE_STEP_US
FILM = Wanted(steady(100), size=(640, 480), key_every=20, sound="aac")
SHARES = 4  # of the real films, tried side by side
SHAKY = Wanted(unsteady(60), size=(640, 480), rotation=180, key_every=20, b_frames=2)
CAPTION = "I wait, and then she looks at me"
LONG = "I never knew that she does this when I stop and wait for her. " * 4


def words(text: str) -> dict[str, str]:
    return {"text": text}


def clip(first: int, last: int, caption: str | None = None, slowly: bool = False) -> dict[str, Any]:
    """A clip of a steady film, by the numbers of its first and last frame."""
    said = words(caption) if caption else None
    edges = {"start_us": first * 40_000, "end_us": last * 40_000}
    return {"kind": "clip", **edges, "words": said, "slowly": slowly}


def scenes(caption: str = CAPTION) -> list[dict[str, Any]]:
    return [
        {"kind": "title", "small": "Ada and Sam", "words": words("What do I do that Ada enjoys?")},
        clip(10, 34, caption),
        clip(10, 34, slowly=True),
        {"kind": "still", "at_us": 20 * 40_000, "words": words("She smiles")},
        clip(50, 79, "She turns to my voice"),
        {"kind": "ideas", "small": "Our ideas", "ideas": [words("Sing more"), words("Wait")]},
    ]


def told(_: object) -> None:
    """Nobody listens."""


@pytest.fixture
def ready(film: FilmFile) -> FilmFile:
    return filled(film, FILM)


def filled(film: FilmFile, wanted: Wanted) -> FilmFile:
    return filled_with(film, make(wanted))


def filled_with(film: FilmFile, content: bytes) -> FilmFile:
    film.append("original", 0, content)
    film.seal("original", "video/mp4")
    prepare(film, told, Limits())
    return film


def made(film: FilmFile, asked: list[dict[str, Any]]) -> dict[str, Any]:
    return make_keepsake(film, {"scenes": asked}, told)


def packets(film: FilmFile) -> Counter[bytes]:
    """The pictures of the keepsake as they are encoded."""
    with av.open(film.reader(KEEPSAKE), format="mp4") as container:
        return Counter(bytes(each) for each in container.demux(video=0) if each.size)


def upper(picture: Picture) -> NDArray[np.int16]:
    """What no caption lies on."""
    return picture[: picture.shape[0] * 3 // 4].astype(np.int16)


def is_paper(picture: Picture) -> bool:
    return bool(np.abs(picture[4:12, 4:12].astype(int) - look.PAPER).max() < 6)


def test_every_frame_of_the_clips_is_seen_at_its_time_between_the_words(ready: FilmFile) -> None:
    facts = made(ready, scenes())
    data = ready.reader(KEEPSAKE).read()
    shown = seen(data)
    at = dict(zip(shown.times, shown.pictures, strict=True))
    assert is_paper(shown.pictures[0])
    title = next(time for time, each in at.items() if not is_paper(each)) // 200_000 * 200_000
    originals = seen(make(FILM)).pictures
    begins = title + FADE
    for number in range(10, 35):
        picture = at[begins + (number - 10) * 40_000]
        assert number_of(picture) == number
        assert np.abs(upper(picture) - upper(originals[number])).mean() < 2
    slowly = begins + 25 * 40_000 + FADE
    for number in range(10, 35):
        assert number_of(at[slowly + (number - 10) * 80_000]) == number
    still = slowly + 25 * 80_000 + FADE
    assert {number_of(at[still + step * 200_000]) for step in range(20)} == {20}
    second = still + 4 * SECOND + FADE
    for number in range(50, 80):
        assert number_of(at[second + (number - 50) * 40_000]) == number
    ideas = second + 30 * 40_000 + FADE
    assert is_paper(at[ideas])
    assert facts["duration_us"] == ideas + 4 * SECOND
    assert shown.times[-1] + look.STEP_US == facts["duration_us"]
    assert facts["encoded"] == len(shown.times) == len(set(shown.times))
    # No frame beside the clips' own: in between there are only fades of their edges.
    told_numbers = {number_of(each) for time, each in at.items() if begins <= time < slowly - FADE}
    assert told_numbers == set(range(10, 35))
    with av.open(io.BytesIO(data)) as container:
        assert [each.codec.canonical_name for each in container.streams] == ["h264", "aac"]
        assert float(container.duration or 0) == pytest.approx(facts["duration_us"], abs=25_000)
    for telling in (b"Lavf", b"Lavc", b"x264 - core", b"\xa9too", b"moviepy", CAPTION.encode()):
        assert telling not in data


def test_it_is_heard_where_it_is_seen_and_nowhere_else(ready: FilmFile) -> None:
    facts = made(ready, scenes())
    samples = heard(ready.reader(KEEPSAKE).read())
    assert len(samples) == pytest.approx(facts["duration_us"] * 48 / 1000, abs=2048)
    first = facts["duration_us"] - 4 * SECOND - FADE - 30 * 40_000  # of the second clip

    def loud(at_us: int, lasts_us: int) -> float:
        piece = samples[at_us * 48 // 1000 : (at_us + lasts_us) * 48 // 1000]
        return float(np.abs(piece).max())

    # It begins at 2 s of the film and beeps there, and at 3 s once more.
    assert loud(first + 40_000, 40_000) > 0.2
    assert loud(first + SECOND + 20_000, 40_000) > 0.2
    assert loud(first + 400_000, 400_000) < 0.02
    assert loud(0, 3 * SECOND) < 0.001
    assert loud(facts["duration_us"] - 4 * SECOND, 3 * SECOND) < 0.001


def test_a_changed_caption_costs_its_clip_and_the_fades_beside_it(ready: FilmFile) -> None:
    whole = made(ready, scenes())["encoded"]
    before = packets(ready)
    assert made(ready, scenes())["encoded"] == 0
    assert packets(ready) == before
    facts = made(ready, scenes("I stop, and she looks"))
    assert facts["encoded"] == 25 + 2 * FADE_FRAMES
    after = packets(ready)
    assert after.total() == before.total() == whole
    assert (after & before).total() >= whole - facts["encoded"]
    shown = seen(ready.reader(KEEPSAKE).read())
    assert len(shown.times) == whole
    # What belongs to the former one has gone.
    kept = ready.facts()[KEEPSAKE]["parts"]
    assert sorted(set(kept)) == [each for each in ready.names() if each.startswith(PART)]


def test_a_film_of_uneven_times_upside_down_keeps_them(film: FilmFile) -> None:
    filled(film, SHAKY)
    times = stored_times(film).tolist()
    asked = [{"kind": "clip", "start_us": times[12], "end_us": times[40]}]
    made(film, asked)
    shown = seen(film.reader(KEEPSAKE).read())
    assert shown.numbers == list(range(12, 41))
    assert shown.times == [each - times[12] for each in times[12:41]]
    with av.open(film.reader(KEEPSAKE), format="mp4") as container:
        assert not container.streams.audio


def test_a_part_that_another_program_encoded_is_made_anew(ready: FilmFile) -> None:
    asked = [clip(10, 14), clip(20, 24)]
    made(ready, asked)
    good = packets(ready)
    name = ready.facts()[KEEPSAKE]["parts"][0]
    with ready.writer(name, "video/mp4") as into:
        into.write(make(Wanted(steady(5), size=(320, 240))))
    made(ready, asked)
    assert packets(ready) == good


def test_what_a_stopped_making_left_is_forgotten(ready: FilmFile) -> None:
    made(ready, [clip(10, 14)])
    kept = ready.names()
    with ready.writer(f"{PART}left", "video/mp4") as into:
        into.write(b"half of it")
    forget_unfinished(ready)
    assert ready.names() == kept


def test_a_killed_worker_s_parts_are_not_made_again(path: Path, key: bytes) -> None:
    with bring(path, key, make(FILM)) as film:
        prepare(film, told, Limits())
        job = Job(path, key, task="keepsake", scenes=scenes())
        opened: set[str] = set()
        for line in job.lines():
            opened |= {each.path for each in psutil.Process(job.process.pid).open_files()}
            if line.get("progress", 0) > 0.4:
                break
        job.process.kill()
        job.process.wait(20)
        assert KEEPSAKE not in film.names()
        there = [each for each in film.names() if each.startswith(PART)]
        assert there
        for name in there:
            assert seen(film.reader(name).read()).times
        # Fonts are read; nothing else outside the film's own folder is open.
        others = {each for each in opened if Path(each).parent != path.parent}
        assert {Path(each).suffix for each in others} <= {".ttf", ".ttc", ".otf", ".py", ".pyc"}
        last = Job(path, key, task="keepsake", scenes=scenes()).all()[-1]["done"]
        shown = seen(film.reader(KEEPSAKE).read())
        assert 0 < last["encoded"] < len(shown.times)
        assert shown.times[-1] + look.STEP_US == last["duration_us"]


def test_words_too_many_for_a_caption_come_on_a_card_before_their_clip(ready: FilmFile) -> None:
    made(ready, [clip(10, 34, LONG)])
    shown = seen(ready.reader(KEEPSAKE).read())
    assert is_paper(shown.pictures[0])
    assert shown.numbers[-25:] == list(range(10, 35))
    bottom = seen(make(FILM)).pictures[34][-8:-4, 320]
    assert np.abs(shown.pictures[-1][-8:-4, 320].astype(int) - bottom).max() < 24, "no caption"


def test_a_part_of_a_frame_lies_on_paper(ready: FilmFile) -> None:
    made(ready, [{"kind": "still", "at_us": 400_000, "crop": [0, 0, 250, 1000]}])
    picture = seen(ready.reader(KEEPSAKE).read()).pictures[3]
    assert is_paper(picture)
    middle = picture[60, picture.shape[1] // 2].astype(int)
    assert middle[0] > 150 > 80 > middle[2], "the film's upper left corner is red"


def has_the_frames_of_an_export(film: FilmFile, source: Path) -> None:
    """A keepsake of a clip has the same frames at the same times as the clip handed over."""
    filled_with(film, source.read_bytes())
    times = stored_times(film).tolist()
    first = max(0, len(times) // 2 - 6)
    edges = {"start_us": times[first], "end_us": times[min(first + 11, len(times) - 1)]}
    made(film, [{"kind": "clip", **edges}])
    export(film, {"export": 1, "kind": "mp4", "sound": True, **edges}, told)
    shown, handed = (seen(film.reader(each).read()) for each in (KEEPSAKE, "export/1"))
    assert shown.times == handed.times, source.name
    for kept, whole in zip(shown.pictures, handed.pictures, strict=True):
        high, wide = kept.shape[:2]
        same = np.asarray(Image.fromarray(whole).resize((wide, high))).astype(int)
        assert np.abs(kept - same).mean() < 8, source.name


def test_a_real_film_s_keepsake_has_its_frames(film: FilmFile, real_films: RealFilms) -> None:
    for source in real_films.paths:
        if source.name == "fire2.mp4":
            has_the_frames_of_an_export(film, source)


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_every_real_film_s_keepsake_has_its_frames(
    real_films: RealFilms, tmp_path: Path, key: bytes, share: int
) -> None:
    for source in real_films.paths[share::SHARES]:
        try:
            with source.open("rb") as content:
                probe(content)
        except UnusableFilm:
            continue
        with FilmFile.create(tmp_path / source.name, key) as film:
            has_the_frames_of_an_export(film, source)


@pytest.mark.parametrize(
    "said",
    ["Zażółć gęślą jaźń", "Când țâșnește, mă oprește și așteaptă", "É tão bom!", "Ho sete ďžťň"],
)
def test_letters_of_many_languages_are_written(said: str) -> None:
    (font,) = fonts_of(said)
    assert set_lines(said, 40, 2000)[0].words == said
    assert font is not None


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (640, 480)])
def test_words_stay_within_the_picture_and_can_be_read(size: tuple[int, int]) -> None:
    (card,) = look.words_card(Words("Wordwithoutanyspaceinit" * 8, "and said otherwise"), size)
    picture = look.draw_card(card, size)
    edge = np.concatenate([picture[:, :20].reshape(-1, 3), picture[:, -20:].reshape(-1, 3)])
    assert (edge == look.PAPER).all()
    assert contrast(look.INK, look.PAPER) > 7
    assert contrast(look.QUIET, look.PAPER) > 4.5
    assert contrast(look.ACCENT, look.PAPER) > 4.5
    caption = look.caption(Words(CAPTION), size)
    assert caption
    white = np.full((size[1], size[0], 3), 255, np.uint8)
    lettered = look.Captioned(caption, size)
    band = lettered.laid_on(white[lettered.top :])
    assert lettered.top > 0.75 * size[1]
    middle = band[band.shape[0] * 2 // 3, 2]
    assert contrast(tuple(middle), look.WHITE) > 4.5
    assert (band.max(axis=2) > 250).any()


def test_a_long_letter_goes_on_over_cards_and_loses_no_word() -> None:
    said = " ".join(f"word{number}" for number in range(400))
    cards = look.words_card(Words(said), (1280, 720))
    assert len(cards) > 3
    assert " ".join(line.words for card in cards for line in look.card_lines(card)) == said


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Of two colours, as WCAG 2.2 reckons it."""

    def light(colour: tuple[int, ...]) -> float:
        parts = [each / 255 for each in colour]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)
