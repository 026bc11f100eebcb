"""How far a job is and how long it will take: steadily told, in one piece."""

from itertools import pairwise

import pytest

from vigreview.films.overall import LOOKING, Overall, TimeLeft


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_the_steps_of_a_job_are_told_as_one_way(clock: Clock) -> None:
    told: list[dict] = []
    overall = Overall(told.append, clock)
    overall.step("looking", "Looking at the film")(0.5)
    overall.plan({"strip": 1.0, "copy": 3.0})
    strip, copy = overall.step("strip", "Drawing"), overall.step("copy", "Making a copy")
    for progress, part in ((strip, 0.0), (strip, 1.0), (copy, 0.0), (copy, 0.5), (copy, 1.0)):
        progress(part)
    quarter = (1 - LOOKING) / 4
    assert [each["progress"] for each in told] == pytest.approx(
        [
            LOOKING / 2,
            LOOKING,
            LOOKING + quarter,
            LOOKING + quarter,
            LOOKING + 2.5 * quarter,
            1.0,
        ],
        abs=1e-3,
    )
    assert told[1]["doing"] == "Drawing"


def test_a_step_that_was_done_before_does_not_take_the_way_back(clock: Clock) -> None:
    told: list[dict] = []
    overall = Overall(told.append, clock)
    overall.plan({"strip": 1.0, "copy": 1.0})
    overall.step("copy", "Making a copy")(0.6)
    overall.step("strip", "Drawing")(0.1)
    assert told[1]["progress"] == told[0]["progress"]


def test_nothing_is_said_of_the_time_left_in_the_first_seconds(clock: Clock) -> None:
    left = TimeLeft(clock)
    said = []
    for second in range(8):
        said.append(left.at(second / 100))
        clock.now += 1
    assert said[:4] == [None] * 4
    assert said[6] == pytest.approx(94, abs=1)


def test_the_time_left_counts_down_with_the_clock(clock: Clock) -> None:
    left = TimeLeft(clock)
    said = []
    for second in range(101):
        said.append(left.at(second / 100))
        clock.now += 1
    assert [said[at] for at in (20, 50, 90, 100)] == pytest.approx([80, 50, 10, 0], abs=1)


def test_it_does_not_jump_when_the_work_goes_unevenly(clock: Clock) -> None:
    """Half of the seconds nothing comes, then twice as much."""
    left = TimeLeft(clock)
    said = []
    for step in range(400):
        part = min(1.0, (step // 20 * 20 + min(20, step % 20 * 2)) / 400)
        said.append(left.at(part))
        clock.now += 0.5
    told = [each for each in said if each is not None]
    jumps = [abs(after - before) for before, after in pairwise(told)]
    assert max(jumps) <= 4
    assert told[-1] <= 10


def test_it_comes_right_when_the_work_turns_out_slower(clock: Clock) -> None:
    left = TimeLeft(clock)
    part = 0.0
    for _ in range(40):
        left.at(part)
        part += 0.01
        clock.now += 1
    for _ in range(60):
        said = left.at(part)
        part += 0.0025
        clock.now += 1
    assert said == pytest.approx((1 - part) / 0.0025, rel=0.1)
