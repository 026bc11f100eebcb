"""A film is known by its content, and what is no film is told in one sentence."""

import contextlib
import io
from fractions import Fraction

import av
import numpy as np
import pytest
from PIL import Image

from tests.films.making import Wanted, make, steady, unsteady
from vigreview.films import probe as probe_module
from vigreview.films import times as times_module
from vigreview.films import unusable
from vigreview.films.probe import Probe, probe
from vigreview.films.times import Limits, frame_times, microseconds, pack, unpack


def probed(wanted: Wanted) -> Probe:
    return probe(io.BytesIO(make(wanted)))


TURNS = [(turn, mirrored) for turn in (0, 90, 180, 270) for mirrored in (False, True)]


@pytest.mark.parametrize(("rotation", "mirrored"), TURNS)
def test_size_and_turn_are_those_that_a_person_sees(rotation: int, mirrored: bool) -> None:
    film = probed(Wanted(steady(8), rotation=rotation, mirrored=mirrored))
    assert (film.rotation, film.mirrored) == (rotation, mirrored)
    assert (film.width, film.height) == ((240, 320) if rotation % 180 else (320, 240))
    assert film.plays_as_is is not mirrored


def test_pixels_that_are_not_square_are_counted() -> None:
    film = probed(Wanted(steady(8), pixel_aspect=Fraction(64, 45)))
    assert (film.width, film.height) == (455, 240)


@pytest.mark.parametrize(
    ("wanted", "plays"),
    [
        (Wanted(steady(20)), True),
        (Wanted(steady(20), container="mov"), True),
        (Wanted(steady(20), b_frames=3), True),
        (Wanted(steady(20), sound="aac"), True),
        (Wanted(steady(20), pixels="yuvj420p"), True),
        (Wanted(steady(20), sound="libmp3lame"), False),
        (Wanted(steady(20), pixels="yuv422p"), False),
        (Wanted(steady(20), container="matroska"), False),
        (Wanted(steady(20), muxing={"movflags": "frag_keyframe+empty_moov"}), False),
        (Wanted(steady(20), codec="libx265", options={"x265-params": "log-level=none"}), False),
        (Wanted(steady(20), codec="libvpx-vp9", container="webm"), False),
        (Wanted(steady(20), codec="libvpx", container="webm", sound="libopus"), False),
        (Wanted(steady(20), codec="mpeg4", container="avi", clock=25), False),
        (Wanted(steady(20), codec="mjpeg", pixels="yuvj420p", container="mov"), False),
        (Wanted(steady(20), options={"x264-params": "interlaced=1"}), False),
        (Wanted(steady(20), options={"level": "6.0"}), False),
    ],
    ids=lambda each: (
        f"{each.codec}-{each.container}-{each.sound}" if hasattr(each, "codec") else ""
    ),
)
def test_what_browsers_play_is_told_from_the_content(wanted: Wanted, plays: bool) -> None:
    film = probed(wanted)
    assert film.plays_as_is is plays
    assert film.frames == 20
    assert film.audio_codec == {"libmp3lame": "mp3", "libopus": "opus"}.get(
        wanted.sound or "", wanted.sound
    )


def test_two_tracks_of_sound_do_not_play_as_they_are() -> None:
    film = make(Wanted(steady(20), sound="aac"))
    into = io.BytesIO()
    with av.open(into, "w", format="mp4") as target, contextlib.ExitStack() as stack:
        for kind in ("video", "audio", "audio"):
            source = stack.enter_context(av.open(io.BytesIO(film)))
            track = getattr(source.streams, kind)[0]
            copy = target.add_stream_from_template(track)
            packets = [each for each in source.demux(track) if each.dts is not None]
            stack.callback(target.mux, packets)
            for packet in packets:
                packet.stream = copy
    assert probe(io.BytesIO(film)).plays_as_is
    assert not probe(io.BytesIO(into.getvalue())).plays_as_is


def test_times_are_those_of_the_frames_shown() -> None:
    wanted = unsteady(40)
    film = probed(Wanted(wanted, b_frames=3))
    # The film's clock has 90 000 ticks a second.
    assert np.abs(film.times - np.array(wanted)).max() <= 6
    assert film.variable_frame_rate
    assert film.duration_us > wanted[-1]
    assert not probed(Wanted(steady(40, rate=30))).variable_frame_rate


def test_the_gap_between_key_frames_reaches_to_the_films_end() -> None:
    film = probed(Wanted(steady(50), key_every=10))
    assert film.key_frame_gap_us == 400_000
    assert not film.wants_scrub_copy
    film = probed(Wanted(steady(50), key_every=30))
    assert film.key_frame_gap_us == 1_200_000
    assert film.wants_scrub_copy
    assert probed(Wanted(steady(50), key_every=500)).key_frame_gap_us == 2_000_000


def test_rounding_is_that_of_browsers() -> None:
    assert microseconds(1, Fraction(1, 30)) == 33_333
    assert microseconds(1, Fraction(1, 2_000_000)) == 1  # a half goes up
    assert microseconds(-1, Fraction(1, 2_000_000)) == -1
    assert microseconds(3, Fraction(1001, 30_000)) == 100_100


def test_times_are_packed_as_64_bits() -> None:
    times = np.array([0, 40_000, 2**40], dtype=np.int64)
    assert len(pack(times)) == 24
    assert np.array_equal(unpack(pack(times)), times)


def test_facts_hold_no_times_and_are_json() -> None:
    facts = probed(Wanted(steady(8))).facts()
    assert "times" not in facts
    assert (facts["frames"], facts["width"], facts["plays_as_is"]) == (8, 320, True)


def jpeg() -> bytes:
    into = io.BytesIO()
    Image.new("RGB", (64, 48)).save(into, "JPEG")
    return into.getvalue()


def sound_only(container: str = "mp4", cover: bool = False) -> bytes:
    into = io.BytesIO()
    with av.open(into, "w", format=container) as target:
        sound = target.add_stream("aac", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        frame.sample_rate = 48_000
        for number in range(20):
            frame.pts = number * 1024
            target.mux(sound.encode(frame))
        target.mux(sound.encode(None))
    return into.getvalue()


FILM = make(Wanted(steady(30)))

NO_FILMS = [
    (b"", unusable.EmptyFile),
    (b"Dear diary, this is no film.\n" * 50, unusable.NotAFilm),
    (bytes(5000), unusable.NotAFilm),
    (b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", unusable.NotAFilm),
    (b"ffconcat version 1.0\nfile /etc/passwd\n", unusable.NotAFilm),
    (jpeg(), unusable.StillPicture),
    (make(Wanted([0])), unusable.StillPicture),
    (sound_only(), unusable.SoundOnly),
    (sound_only("adts"), unusable.SoundOnly),
    (FILM[: len(FILM) // 2], unusable.EndMissing),
    (FILM[:40] + bytes(len(FILM) - 40), unusable.EndMissing),
]


@pytest.mark.parametrize(("data", "reason"), NO_FILMS, ids=lambda each: getattr(each, "code", ""))
def test_what_is_no_film_is_told_kindly(data: bytes, reason: type[unusable.UnusableFilm]) -> None:
    with pytest.raises(reason) as told:
        probe(io.BytesIO(data))
    sentence = str(told.value)
    assert sentence.endswith(".")
    assert sentence.count(".") == 1
    assert "ffmpeg" not in sentence.lower()


def test_pictures_that_cannot_be_decoded_are_told() -> None:
    start = FILM.index(b"mdat") + 4
    length = int.from_bytes(FILM[start - 8 : start - 4], "big") - 8
    noise = np.random.default_rng(1).bytes(length)
    with pytest.raises(unusable.Unreadable):
        probe(io.BytesIO(FILM[:start] + noise + FILM[start + length :]))


def test_codes_are_of_one_reason_each() -> None:
    codes = [each.code for each in unusable.UnusableFilm.__subclasses__()]
    assert len(set(codes)) == len(codes)


def test_a_film_of_many_hours_is_refused() -> None:
    film = make(Wanted([0, 40_000, 3 * 3600 * 1_000_000 + 80_000]))
    with pytest.raises(unusable.TooLong):
        probe(io.BytesIO(film))


def test_too_many_frames_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(times_module, "FASTEST", 20)
    with pytest.raises(unusable.TooLong):
        probe(io.BytesIO(FILM), Limits(longest_us=1_000_000))


def test_huge_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe_module, "MOST_PIXELS", 320 * 240 - 1)
    with pytest.raises(unusable.TooLarge):
        probe(io.BytesIO(FILM))


def test_a_film_that_breaks_off_goes_as_far_as_it_goes() -> None:
    film = make(Wanted(steady(60), container="matroska", sound="aac", key_every=5))
    broken = probe(io.BytesIO(film[: len(film) * 2 // 3]))
    assert 10 < broken.frames < 60
    assert len(frame_times(io.BytesIO(film)).times) == 60
