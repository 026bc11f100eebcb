"""From the tap on End to the clip's first frame painted, Play pressed as soon as it can be.

Anchor: what LosslessCut does for the same span, the ffmpeg program copying it out of the plain
file: `ffmpeg -ss START -to END -i FILM -c copy -avoid_negative_ts make_zero OUT.mp4`, of which
nothing is shown yet. Ours begins and ends at the marked frames; where the copy does, is told.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import av
from playwright.sync_api import Page

from bench import phone
from bench.on_the_bench import bench_with, goes_to
from bench.row import Row, beside
from tests.browser import reference, walk

LIMIT = 1.0
FILM_SECONDS = 20
FIRST, LAST = 305, 425  # frames: neither is a key frame, and of such films most are none
ROUNDS = 9

SEEN = """() => [...document.querySelectorAll("*")]
    .map((one) => one.shadowRoot?.querySelector("video:not([aria-hidden])")).find(Boolean)"""
# A frame is painted when the film that is seen says so, or, where a player that stands at it was
# laid on top, in the page's next frame but one. What is noted second is when it has gone on.
TAP_AND_PLAY = f"""async ([first, firstUs]) => {{
  const seen = {SEEN};
  const act = (name) => seen().getRootNode().querySelector(`[data-act=${{name}}]`);
  const began = performance.now();
  const nextFrame = () => new Promise(requestAnimationFrame);
  act("endHere").click();
  while (act("playClip").disabled || !act("playClip").offsetParent) await nextFrame();
  const before = seen();
  act("playClip").click();
  const since = () => performance.now() - began;
  const painted = (us) => new Promise((resolve) => {{
    const follow = (film) => {{
      const told = (now, frame) => {{
        const at = Math.round(frame.mediaTime * 1e6);
        if (film === seen() && at >= us && at < us + 200_000) resolve(since());
        else film.requestVideoFrameCallback(told);
      }};
      film.requestVideoFrameCallback(told);
    }};
    seen().parentNode.querySelectorAll("video").forEach(follow);
  }});
  const [one, next] = [painted(firstUs), painted(firstUs + 1)];
  if (seen() !== before && seen().dataset.frame === String(first)) {{
    await nextFrame();
    await nextFrame();
    return [since(), await next];
  }}
  return [await one, await next];
}}"""
STAYS_ON = f"""(last) => {{
  const film = ({SEEN})();
  return film.paused && film.dataset.frame === String(last);
}}"""


def measure(folder: Path) -> Iterator[Row]:
    film, out = phone.H264.film(folder.parent, FILM_SECONDS), folder / "out.mp4"
    times = reference.frame_times(film)
    with bench_with(film, folder / "vault") as page:
        gone_on: list[float] = []

        def ours(number: int) -> float:
            first, following = marked_and_played(page, times)
            gone_on.append(following)
            return first

        def anchor(number: int) -> float:
            began = time.perf_counter()
            span = (
                "-ss",
                f"{times[FIRST] / 1e6}",
                "-to",
                f"{times[LAST + 1] / 1e6}",
                "-i",
                str(film),
            )
            phone.ffmpeg(*span, "-c", "copy", "-avoid_negative_ts", "make_zero", str(out))
            return 1000 * (time.perf_counter() - began)

        row = beside("mark to playing the clip", ours, anchor, LIMIT, range(ROUNDS))
    before, after = beyond(film, out)
    told = f"ours is frame {FIRST} to frame {LAST}; the copy begins {before} frames too early"
    told += (
        f" and ends {after} frames too late; ours has gone on after {median(gone_on[1:]):.0f} ms"
    )
    yield replace(row, note=told)


def marked_and_played(page: Page, times: list[int]) -> tuple[float, float]:
    """Mark the clip and play it; give the milliseconds to its first frame, and to the next one.

    Returns once it stands on its last frame.
    """
    marks = page.get_by_role("group", name="Mark a clip")
    goes_to(page, FIRST)
    marks.get_by_role("button", name="Start here").click()
    goes_to(page, LAST)
    took = page.evaluate(TAP_AND_PLAY, [FIRST, times[FIRST]])
    page.wait_for_function(STAYS_ON, arg=LAST)
    page.get_by_role("button", name="Take this clip away").click()
    page.get_by_role("button", name="Bring it back").first.wait_for()
    walk.drawn(page)
    return float(took[0]), float(took[1])


def beyond(film: Path, copy: Path) -> tuple[int, int]:
    """By how many frames a copy of packets begins before FIRST and ends after LAST."""
    whole, part = packets(film), packets(copy)
    begins = max(at for at in range(FIRST + 1) if whole[at] == part[0])
    return FIRST - begins, begins + len(part) - 1 - LAST


def packets(film: Path) -> list[bytes]:
    """The pictures of a film as they are encoded, in its order."""
    with av.open(str(film)) as container:
        return [bytes(each) for each in container.demux(video=0) if each.size]
