"""Composes the drawn film with moviepy and encodes it with PyAV, frame by frame, into a writer."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction
from itertools import pairwise
from typing import Any

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter
from moviepy import (
    AudioClip,
    CompositeAudioClip,
    VideoClip,
    concatenate_videoclips,
    vfx,
)
from moviepy.audio.AudioClip import AudioArrayClip
from numpy.typing import NDArray

from vigreview.films.drawn import voices
from vigreview.films.drawn.room import HEIGHT, WIDTH
from vigreview.films.drawn.script import (
    FRAMES,
    FRAMES_A_SECOND,
    SCENES,
    Moment,
    Who,
    moments,
    turns,
)
from vigreview.films.drawn.stage import Picture, Stage
from vigreview.films.streams import Writable

Progress = Callable[[float], None]

_KEY_FRAME_EVERY = FRAMES_A_SECOND // 2
_MOST_AHEAD = 12  # frames drawn before the first of them is encoded
_FADE = 0.48  # seconds
_PAN = {Who.CARER: (1.0, 0.78), Who.BABY: (0.78, 1.0)}
_SAMPLES_A_FRAME = voices.SAMPLES_A_SECOND // FRAMES_A_SECOND


def draw_demo_film(writer: Writable, progress: Progress = lambda done: None) -> list[Moment]:
    """Draw the film into a seekable writer as MP4 (H.264, AAC) and say which moments it holds.

    `progress` is told how much is done, 0..1. Nothing else is written anywhere.
    """
    film = _picture().with_audio(_sound())
    # Without the muxer's own marks the same script gives the same bytes.
    with (
        av.open(writer, "w", format="mp4", options={"fflags": "+bitexact"}) as container,
        ThreadPoolExecutor(1) as encoding,
    ):
        reel = _Reel(container)
        being_encoded: deque[Future[None]] = deque()
        for number in range(FRAMES):
            heard = number * _SAMPLES_A_FRAME + np.arange(_SAMPLES_A_FRAME)
            seen = film.get_frame(number / FRAMES_A_SECOND)
            sound = film.audio.get_frame(heard / voices.SAMPLES_A_SECOND)
            being_encoded.append(encoding.submit(reel.add, seen, sound))
            if len(being_encoded) > _MOST_AHEAD:
                being_encoded.popleft().result()
            if number % FRAMES_A_SECOND == 0:
                progress(number / FRAMES)
        being_encoded.append(encoding.submit(reel.end))
        for encoded in being_encoded:
            encoded.result()
    progress(1.0)
    return list(moments())


def _picture() -> VideoClip:
    """The scenes one after another, coming out of the light and going back into it."""
    stage = Stage()
    starts = [scene.starts for scene in SCENES] + [FRAMES / FRAMES_A_SECOND]
    scenes = [_scene(stage, start, end) for start, end in pairwise(starts)]
    light = [250, 240, 224]
    scenes[0] = scenes[0].with_effects([vfx.FadeIn(_FADE, light)])
    scenes[-1] = scenes[-1].with_effects([vfx.FadeOut(_FADE, light)])
    return concatenate_videoclips(scenes, method="chain")


def _scene(stage: Stage, start: float, end: float) -> VideoClip:
    def frame(t: float) -> Picture:
        return stage.frame(min(round((start + t) * FRAMES_A_SECOND), FRAMES - 1))

    return VideoClip(frame, duration=end - start)


def _sound() -> AudioClip:
    """Every voice where its turn begins, each a little to its own side of the room."""
    parts = []
    for first, _, turn in turns():
        voice = voices.voice(turn.who, turn.act)
        if voice is not None:
            sided = voice[:, None] * np.array(_PAN[turn.who])
            part = AudioArrayClip(sided, fps=voices.SAMPLES_A_SECOND)
            parts.append(part.with_start(first / FRAMES_A_SECOND))
    return CompositeAudioClip(parts).with_duration(FRAMES / FRAMES_A_SECOND)


class _Reel:
    """Takes pictures and sound in turn, and writes them down encoded."""

    def __init__(self, container: av.container.OutputContainer) -> None:
        self._container = container
        self._picture = container.add_stream("libx264", rate=FRAMES_A_SECOND)
        _set_picture(self._picture)
        self._sound = container.add_stream("aac", rate=voices.SAMPLES_A_SECOND, layout="stereo")
        self._sound.bit_rate = 96_000
        self._to_yuv = VideoReformatter()
        self._last: tuple[Picture, av.VideoFrame] | None = None
        self._frames = 0

    def add(self, seen: Picture, heard: NDArray[np.float64]) -> None:
        """Add a frame and the sound that lasts as long."""
        if self._last is None or self._last[0] is not seen:
            self._last = seen, self._yuv(seen)
        frame = self._last[1]
        frame.pts, frame.time_base = self._frames, Fraction(1, FRAMES_A_SECOND)
        self._container.mux(self._picture.encode(frame))
        planes = np.ascontiguousarray(heard.T, dtype=np.float32)
        sound = av.AudioFrame.from_ndarray(planes, format="fltp", layout="stereo")
        sound.sample_rate = voices.SAMPLES_A_SECOND
        sound.pts = self._frames * _SAMPLES_A_FRAME
        sound.time_base = Fraction(1, voices.SAMPLES_A_SECOND)
        self._container.mux(self._sound.encode(sound))
        self._frames += 1

    def end(self) -> None:
        """Write what the encoders still hold."""
        self._container.mux(self._picture.encode(None))
        self._container.mux(self._sound.encode(None))

    def _yuv(self, seen: Picture) -> av.VideoFrame:
        rgb = av.VideoFrame.from_numpy_buffer(seen.astype(np.uint8, copy=False), format="rgb24")
        return self._to_yuv.reformat(
            rgb, format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
        )


def _set_picture(stream: av.VideoStream) -> None:
    """H.264 that any browser plays as it is and steps through: a key frame every half second."""
    stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    context: Any = stream.codec_context
    context.time_base = Fraction(1, FRAMES_A_SECOND)
    context.gop_size = _KEY_FRAME_EVERY
    context.max_b_frames = 0
    context.colorspace = Colorspace.ITU709
    context.color_primaries = context.color_trc = 1  # BT.709
    context.color_range = ColorRange.MPEG
    context.thread_type = "FRAME"
    context.options = {"preset": "ultrafast", "crf": "23", "sc_threshold": "0"}
