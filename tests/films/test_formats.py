"""Whatever families bring is known by its content: container, codecs, tracks and clocks."""

import io
import itertools

import pytest

from tests.films.making import Wanted, make, number_of, steady
from tests.films.mending import with_tracks
from tests.films.test_probe import sound_only
from vigreview.films.copy import make_playback_copy
from vigreview.films.opening import opened, the_picture, the_sound
from vigreview.films.probe import Probe, probe
from vigreview.films.unusable import StillPicture

COUNT = 30
QUIET = {"x265-params": "log-level=none"}
TEN_BITS = "yuv420p10le"


def wanted(**how: object) -> Wanted:
    return Wanted(steady(COUNT), **how)  # type: ignore[arg-type]


# How it is made; then the names of its codecs, as ffprobe tells them.
FORMATS = {
    "m4v": (wanted(container="ipod", sound="aac"), "h264", "aac"),
    "mov, pcm": (wanted(container="mov", sound="pcm_s16le"), "h264", "pcm_s16le"),
    "3gp": (wanted(container="3gp", codec="h263", clock=25, size=(176, 144)), "h263", None),
    "mkv": (wanted(container="matroska", clock=1000, sound="ac3", b_frames=2), "h264", "ac3"),
    "webm": (wanted(container="webm", codec="libvpx", clock=1000), "vp8", None),
    "vp9": (wanted(container="webm", codec="libvpx-vp9", clock=1000), "vp9", None),
    "av1": (wanted(codec="libsvtav1", options={"preset": "12"}), "av1", None),
    "hevc": (wanted(codec="libx265", options=QUIET, sound="aac"), "hevc", "aac"),
    "ten bits": (wanted(codec="libx265", options=QUIET, pixels=TEN_BITS), "hevc", None),
    "avi": (wanted(codec="mpeg4", container="avi", clock=25, sound="libmp3lame"), "mpeg4", "mp3"),
    "avi, leaning": (wanted(container="avi", clock=25, b_frames=2), "h264", None),
    "avi, lines from top to bottom": (
        wanted(codec="rawvideo", pixels="bgr24", container="avi", clock=25),
        "rawvideo",
        None,
    ),
    "avi, mjpeg": (
        wanted(codec="mjpeg", pixels="yuvj420p", container="avi", clock=25),
        "mjpeg",
        None,
    ),
    "mts": (wanted(container="mpegts", sound="ac3", b_frames=2), "h264", "ac3"),
    "m2ts": (wanted(container="mpegts", muxing={"mpegts_m2ts_mode": "1"}), "h264", None),
    "mpg": (
        wanted(codec="mpeg2video", container="mpeg", clock=25, sound="mp2"),
        "mpeg2video",
        "mp2",
    ),
    "mpg, older": (wanted(codec="mpeg1video", container="mpeg", clock=25), "mpeg1video", None),
    "prores": (
        wanted(codec="prores_ks", pixels="yuv422p10le", container="mov", sound="pcm_s16le"),
        "prores",
        "pcm_s16le",
    ),
    "dv": (wanted(codec="dvvideo", container="dv", clock=25, size=(720, 576)), "dvvideo", None),
    "flv": (wanted(container="flv", clock=1000, sound="aac"), "h264", "aac"),
    "mxf": (
        wanted(codec="mpeg2video", container="mxf", clock=25, pixels="yuv422p"),
        "mpeg2video",
        None,
    ),
    "pictures without times": (wanted(container="h264", clock=25, b_frames=2), "h264", None),
}


@pytest.mark.parametrize(("film", "video", "audio"), FORMATS.values(), ids=FORMATS)
def test_a_format_is_known_and_every_frame_of_it_copied(
    film: Wanted, video: str, audio: str | None
) -> None:
    data, into = make(film), io.BytesIO()
    told = probe(io.BytesIO(data))
    assert (told.video_codec, told.audio_codec) == (video, audio)
    assert told.frames == COUNT
    assert told.missing_us == 0
    assert told.span_us == pytest.approx(COUNT * 40_000, abs=41_000)
    make_playback_copy(io.BytesIO(data), into, told)
    assert probe(io.BytesIO(into.getvalue())).frames == COUNT


def told_of(**how: object) -> Probe:
    return probe(io.BytesIO(make(wanted(**how))))


def test_a_camcorders_clock_may_start_at_any_hour() -> None:
    eleven = 11 * 3600 * 1_000_000
    film = probe(io.BytesIO(make(Wanted(steady(50, start=eleven), container="mpegts"))))
    assert film.span_us == 2_000_000
    assert film.frames == 50


def test_a_camcorders_clock_may_begin_anew_in_the_middle() -> None:
    wraps = round(2**33 / 90_000 * 1_000_000)
    film = make(Wanted(steady(60, start=wraps - 1_000_000), container="mpegts", b_frames=2))
    told, into = probe(io.BytesIO(film)), io.BytesIO()
    assert (told.frames, told.span_us) == (60, 2_400_000)
    make_playback_copy(io.BytesIO(film), into, told)
    assert probe(io.BytesIO(into.getvalue())).span_us == pytest.approx(2_400_000, abs=100)


def test_high_dynamic_range_is_told() -> None:
    for transfer, hdr in ((16, True), (18, True), (1, False)):
        film = told_of(codec="libx265", options=QUIET, pixels=TEN_BITS, colours=(9, 9, transfer, 1))
        assert (film.hdr, film.transfer) == (hdr, transfer)


SMALL = make(wanted(size=(160, 120)))
LARGE = make(wanted(size=(320, 240), sound="aac"))


@pytest.mark.parametrize(("main", "size"), [(0, (160, 120)), (1, (320, 240))])
def test_of_several_tracks_the_one_meant_to_be_played_is_the_film(
    main: int, size: tuple[int, int]
) -> None:
    film = with_tracks(SMALL, LARGE, main=main)
    told = probe(io.BytesIO(film))
    assert (told.width, told.height) == size
    assert not told.plays_as_is
    with opened(io.BytesIO(film)) as container:
        frames = itertools.islice(container.decode(the_picture(container)), 3)
        images = [frame.to_ndarray(format="rgb24") for frame in frames]
    assert [number_of(image) for image in images] == [0, 1, 2]


def test_of_several_sounds_the_one_meant_to_be_heard_is_the_films() -> None:
    voice, room = (make(wanted(sound="aac", channels=each)) for each in ("mono", "stereo"))
    for main, channels in ((1, 1), (3, 2), (0, 2)):
        film = with_tracks(voice, room, main=main)
        with opened(io.BytesIO(film)) as container:
            sound = the_sound(container)
            assert sound is not None
            assert sound.codec_context.channels == channels


def test_a_thumbnail_beside_a_film_is_not_the_film() -> None:
    thumbnail = make(Wanted([0], size=(64, 48), container="mov"))
    told = probe(io.BytesIO(with_tracks(thumbnail, SMALL, container="mov")))
    assert (told.width, told.frames) == (160, COUNT)


def test_sound_with_a_picture_on_it_is_no_film() -> None:
    picture = make(Wanted([0], codec="mjpeg", pixels="yuvj420p", container="mov"))
    with pytest.raises(StillPicture):
        probe(io.BytesIO(with_tracks(sound_only("mov"), picture, container="mov")))
