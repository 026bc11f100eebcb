"""The drawn film: what a person who plays it sees and hears."""

import io
from dataclasses import dataclass
from itertools import pairwise

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from vigreview.films.drawn import MOMENTS, Moment, acting, draw_demo_film, voices
from vigreview.films.drawn.script import FRAME_US, FRAMES, SCENES, Scene, Step, Turn, Who
from vigreview.films.drawn.stage import Stage
from vigreview.films.probe import probe

WHOLE_CYCLES = [scene for scene in SCENES if any(turn.step for turn in scene.turns)]
VOICED = [
    pytest.param(scene, turn, id=f"{turn.who}: {turn.act} ({scene.name})")
    for scene in SCENES
    for turn in scene.turns
    if (turn.who, turn.act) in voices.VOICINGS and voices.VOICINGS[turn.who, turn.act].opens
]


@dataclass
class Drawn:
    """The film as it was written, and what was said about it."""

    film: bytes
    moments: list[Moment]
    progress: list[float]


pytestmark = pytest.mark.long  # the film is drawn for them, which takes half a minute


@pytest.fixture(scope="session")
def drawn_film() -> Drawn:
    writer, progress = io.BytesIO(), []
    moments = draw_demo_film(writer, progress.append)
    return Drawn(writer.getvalue(), moments, progress)


@pytest.fixture(scope="session")
def sound(drawn_film: Drawn) -> NDArray[np.float32]:
    """The film's sound, left and right, as it is played."""
    with av.open(io.BytesIO(drawn_film.film)) as container:
        heard = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return np.concatenate(heard, axis=1)


def loudness(sound: NDArray[np.float32], start: float, end: float) -> float:
    """Root mean square between two times in seconds."""
    part = sound[:, int(start * voices.SAMPLES_A_SECOND) : int(end * voices.SAMPLES_A_SECOND)]
    return float(np.sqrt(np.mean(part**2)))


def the_turn(scene: Scene, step: Step) -> Turn:
    [turn] = [turn for turn in scene.turns if turn.step is step]
    return turn


def test_browsers_play_it_as_it_is_and_step_back_in_it_at_once(drawn_film: Drawn) -> None:
    told = probe(io.BytesIO(drawn_film.film))
    assert (told.width, told.height, told.rotation) == (1280, 720, 0)
    assert (told.video_codec, told.pixel_format, told.audio_codec) == ("h264", "yuv420p", "aac")
    assert told.plays_as_is
    assert not told.wants_scrub_copy
    assert told.key_frame_gap_us <= 500_000


def test_it_lasts_a_minute_and_a_half_with_a_frame_each_40_ms(drawn_film: Drawn) -> None:
    with av.open(io.BytesIO(drawn_film.film)) as container:
        stream = container.streams.video[0]
        packets = [packet for packet in container.demux(stream) if packet.pts is not None]
        times = [round(packet.pts * packet.time_base * 1_000_000) for packet in packets]
    assert times == [number * FRAME_US for number in range(FRAMES)]
    assert times[-1] + FRAME_US == 90_000_000


def test_nothing_in_it_says_where_or_when_it_was_made(drawn_film: Drawn) -> None:
    with av.open(io.BytesIO(drawn_film.film)) as container:
        assert not {"encoder", "creation_time", "comment", "title"} & set(container.metadata)


def test_progress_goes_from_nothing_to_all(drawn_film: Drawn) -> None:
    assert drawn_film.progress[0] == 0.0
    assert drawn_film.progress[-1] == 1.0
    assert drawn_film.progress == sorted(drawn_film.progress)
    assert len(drawn_film.progress) > 50


def test_it_sounds_when_somebody_speaks_and_is_quiet_while_sam_waits(
    sound: NDArray[np.float32],
) -> None:
    starts = {scene.name: scene.starts for scene in SCENES}
    coo = loudness(
        sound, starts["A coo, and a coo back"] + 0.2, starts["A coo, and a coo back"] + 1
    )
    waiting = starts["Away, and back again"]
    assert coo > 0.03
    assert loudness(sound, waiting + 1, waiting + 4) < coo / 50
    assert np.abs(sound).max() < 0.8


def test_each_voice_comes_from_its_own_side(sound: NDArray[np.float32]) -> None:
    scene = next(scene for scene in SCENES if scene.name == "A coo, and a coo back")
    for turn, louder in ((scene.turns[0], 1), (the_turn(scene, Step.RESPONSE), 0)):
        start = scene.starts + turn.at + 0.2
        sides = [loudness(side[None], start, start + 0.6) for side in sound]
        assert np.argmax(sides) == louder


def test_six_moments_or_more_each_of_three_to_ten_seconds(drawn_film: Drawn) -> None:
    assert len(MOMENTS) >= 6
    assert tuple(drawn_film.moments) == MOMENTS
    for moment in MOMENTS:
        assert moment.start_us % FRAME_US == moment.end_us % FRAME_US == 0
        assert 3_000_000 <= moment.end_us + FRAME_US - moment.start_us <= 10_000_000
        assert moment.name
        assert moment.what
    for earlier, later in pairwise(MOMENTS):
        assert earlier.end_us < later.start_us
    assert MOMENTS[-1].end_us < FRAMES * FRAME_US


@pytest.mark.parametrize("scene", WHOLE_CYCLES, ids=lambda scene: scene.name)
def test_a_moment_begins_with_babys_initiative_and_ends_when_baby_has_taken_it_in(
    scene: Scene,
) -> None:
    moment = next(moment for moment in MOMENTS if moment.name == scene.name)
    steps = [the_turn(scene, step) for step in Step]
    assert [turn.who for turn in steps] == [Who.BABY, Who.CARER, Who.CARER, Who.BABY]
    assert [turn.at for turn in steps] == sorted(turn.at for turn in steps)
    assert scene.frames_of(steps[0])[0] * FRAME_US == moment.start_us
    assert scene.frames_of(steps[-1])[1] * FRAME_US == moment.end_us


@pytest.mark.parametrize("scene", WHOLE_CYCLES, ids=lambda scene: scene.name)
def test_both_faces_show_each_step(scene: Scene) -> None:
    for step in Step:
        turn = the_turn(scene, step)
        first, last = scene.frames_of(turn)
        poses = np.array(acting.poses(turn.who)[first : last + 1])
        assert np.ptp(poses, axis=0).max() > 0.1, step
    for who in Who:
        first, last = (round(us / FRAME_US) for us in _span(scene))
        poses = acting.poses(who)
        for pose in (poses[first], poses[last]):
            assert pose.lids > 0.5 or pose.smile > 0.6


def _span(scene: Scene) -> tuple[int, int]:
    moment = next(moment for moment in MOMENTS if moment.name == scene.name)
    return moment.start_us, moment.end_us


@pytest.mark.parametrize(("scene", "turn"), VOICED)
def test_a_mouth_opens_while_its_voice_is_heard(scene: Scene, turn: Turn) -> None:
    first, last = scene.frames_of(turn)
    opened = [pose.open for pose in acting.poses(turn.who)[first : last + 1]]
    assert max(opened) > 0.6 * voices.VOICINGS[turn.who, turn.act].opens


def test_gazes_meet_in_the_end_of_every_moment() -> None:
    for moment in MOMENTS:
        at = moment.end_us // FRAME_US
        for who in Who:
            pose = acting.poses(who)[at]
            assert pose.yaw > 0.2
            assert pose.gaze_x > 0.1


def test_the_same_frame_is_drawn_the_same_in_whatever_order() -> None:
    numbers = [130, 400, 1380, 1610, 1640, 1900]
    forwards, backwards = Stage(), Stage()
    seen = {number: forwards.frame(number).tobytes() for number in numbers}
    for number in reversed(numbers):
        assert backwards.frame(number).tobytes() == seen[number]
    assert len(set(seen.values())) == len(numbers)


def test_the_film_shows_what_was_drawn(drawn_film: Drawn) -> None:
    stage = Stage()
    with av.open(io.BytesIO(drawn_film.film)) as container:
        for moment in MOMENTS[:2]:
            container.seek(moment.start_us)
            frame = next(
                frame
                for frame in container.decode(video=0)
                if round(frame.pts * frame.time_base * 1_000_000) == moment.start_us
            )
            drawn = stage.frame(moment.start_us // FRAME_US).astype(float)
            off = frame.to_ndarray(format="rgb24") - drawn
            assert np.sqrt(np.mean(off**2)) < 6
