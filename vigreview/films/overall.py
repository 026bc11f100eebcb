"""How far a whole job is, from 0 to 1, and how many seconds it will still take."""

import time
from collections import deque
from collections.abc import Callable
from typing import Any

from vigreview.films.copy import Progress

Tell = Callable[[dict[str, Any]], None]
Clock = Callable[[], float]  # seconds

# What a job for a file to hand over says last, where the film as it was brought did not serve.
FROM_COPY = "Made from the copy that plays here: the film as it was brought does not say its times."
LOOKING = 0.03  # the share of a job that looking at the film takes: what follows is not known yet
SETTLES = 4.0  # seconds before a guess is worth saying
LOOKS_BACK = 20.0  # seconds over which the speed is taken
LOOKS_EVERY = 0.5  # seconds
PUT_RIGHT = 0.08  # of the difference that a guess is moved by in a second


class Overall:
    """The steps of one job, told as one: each takes its share of the way."""

    def __init__(self, tell: Tell, clock: Clock = time.monotonic) -> None:
        self._tell = tell
        self._left = TimeLeft(clock)
        self._shares: dict[str, float] = {}
        self._planned = False
        self._reached = 0.0

    def plan(self, seconds: dict[str, float]) -> None:
        """Say which steps are to come, in their order, and how long each is thought to take."""
        self._planned = True
        self._reached = max(self._reached, LOOKING)
        whole = sum(seconds.values()) or 1.0
        self._shares = {name: (1 - LOOKING) * each / whole for name, each in seconds.items()}

    def step(self, name: str, doing: str) -> Progress:
        """What tells how far one step is; those planned before it count as done."""
        names = list(self._shares)
        if name in names:
            share = self._shares[name]
            begins = LOOKING + sum(self._shares[each] for each in names[: names.index(name)])
        else:  # still looking, or left over from a job that was cut short
            begins, share = (self._reached, 0.0) if self._planned else (0.0, LOOKING)

        def progress(part: float) -> None:
            self._reached = max(self._reached, min(1.0, begins + part * share))
            left = self._left.at(self._reached) if self._planned else None
            self._tell({"progress": round(self._reached, 4), "doing": doing, "left_s": left})

        return progress


class TimeLeft:
    """The seconds left, by the speed of late; a guess is put right bit by bit, never in a jump."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, float]] = deque()
        self._began: float | None = None
        self._left: float | None = None

    def at(self, part: float) -> int | None:
        """The seconds left when this part is done; None while that cannot be told."""
        now = self._clock()
        if self._began is None:
            self._began = now
        if not self._seen or now - self._seen[-1][0] >= LOOKS_EVERY:
            self._look(now, part)
        return None if self._left is None else max(0, round(self._left))

    def _look(self, now: float, part: float) -> None:
        passed = now - self._seen[-1][0] if self._seen else 0.0
        self._seen.append((now, part))
        while now - self._seen[0][0] > LOOKS_BACK:
            self._seen.popleft()
        before, reached = self._seen[0]
        if now - (self._began or now) < SETTLES or part <= reached:
            return
        guess = (1 - part) * (now - before) / (part - reached)
        if self._left is None:
            self._left = guess
        else:
            expected = self._left - passed
            self._left = expected + (guess - expected) * min(1.0, passed * PUT_RIGHT)
