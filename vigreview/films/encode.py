"""Writing a copy: H.264 and AAC in an MP4 that plays everywhere and says nothing but the film.

No B-frames, so that frames lie in the order in which they are shown, and the first one's time
is the copy's start without an edit list. The clock is the microsecond.
"""

from collections.abc import Iterator
from fractions import Fraction

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.bitstream import BitStreamFilterContext
from av.codec.context import Flags
from av.packet import Packet
from av.video.frame import PictureType, VideoFrame
from av.video.stream import VideoStream

from vigreview.films.sound import BLOCK, RATE, Samples
from vigreview.films.streams import Writable
from vigreview.films.times import SECOND

KEY_GAP = SECOND // 2  # microseconds
# In a film that is stepped through. A browser decodes from a key frame on at each step, forward
# too; without arithmetic coding in half the time, for 7 to 20 in a hundred more room (measured).
STEPS_KEY_GAP = SECOND // 10
STEPS_CODING = {"x264-params": "cabac=0"}
LONGEST_LAST = SECOND  # microseconds that a last frame may stay
CLOCK = Fraction(1, SECOND)
SOUND_BITS = 128_000  # a second
# Units of kind 6, supplemental information (ITU-T H.264, 7.4.1): what encoders and cameras tell.
UNTOLD = "filter_units=remove_types=6"


class CopyWriter:
    """Encodes upright yuv420p frames and samples of sound into a seekable file."""

    def __init__(
        self,
        file: Writable,
        width: int,
        height: int,
        channels: int,
        preset: str,
        crf: int,
        threads: int = 0,
        for_steps: bool = False,
    ) -> None:
        """`channels` of sound, 0 for a silent copy; preset, CRF and threads are x264's.

        A copy `for_steps` is larger, and quicker to go to any frame of.
        """
        self.channels = channels
        self._key_gap = STEPS_KEY_GAP if for_steps else KEY_GAP
        # "bitexact" keeps the encoders' names and versions out; x264 tells them all the same.
        self._container = av.open(file, mode="w", format="mp4", options={"fflags": "+bitexact"})
        encoding = {"preset": preset, "crf": str(crf), "threads": str(threads)}
        self._picture = self._add_picture(
            width, height, {**encoding, **(STEPS_CODING if for_steps else {})}
        )
        self._sound = self._add_sound(channels) if channels else None
        self._pending: tuple[VideoFrame, int] | None = None
        self._last_key: int | None = None
        self._trimmed: BitStreamFilterContext | None = None
        self._lasting: dict[int, int] = {}
        self._unheard: list[Samples] = []
        self._heard = 0

    def _add_picture(self, width: int, height: int, encoding: dict[str, str]) -> VideoStream:
        options = {**encoding, "forced-idr": "1", "g": "100000"}
        picture = self._container.add_stream("libx264", rate=30, options=options)
        assert isinstance(picture, VideoStream)
        picture.width, picture.height, picture.pix_fmt = width, height, "yuv420p"
        picture.codec_context.max_b_frames = 0
        picture.codec_context.time_base = CLOCK
        picture.codec_context.flags |= Flags.bitexact
        picture.time_base = CLOCK
        return picture

    def _add_sound(self, channels: int) -> AudioStream:
        layout = "mono" if channels == 1 else "stereo"
        sound = self._container.add_stream("aac", rate=RATE, layout=layout)
        assert isinstance(sound, AudioStream)
        sound.codec_context.bit_rate = SOUND_BITS
        sound.codec_context.flags |= Flags.bitexact
        return sound

    def add_frame(self, frame: VideoFrame) -> None:
        """Add a frame, its stamp in microseconds; stamps grow from frame to frame."""
        assert frame.pts is not None
        if self._pending is None:
            context = self._picture.codec_context
            if not context.is_open:
                context.colorspace = frame.colorspace
                context.color_primaries = frame.color_primaries
                context.color_trc = frame.color_trc
                context.color_range = frame.color_range
        else:
            self._encode(*self._pending, lasts=frame.pts - self._pending[1])
        self._pending = frame, frame.pts

    def add_sound(self, samples: Samples) -> None:
        """Add sound that follows what was added before."""
        self._unheard.append(samples)
        if self._pending:  # what is written first opens the picture, whose colours must be known
            for block in self._blocks():
                self._encode_sound(block)

    def finish(self, last_us: int) -> None:
        """Write what is held back and the index; the last frame stays for `last_us`."""
        if self._pending:
            self._encode(*self._pending, lasts=max(1, min(last_us, LONGEST_LAST)))
            self._mux([*self._picture.encode(None), None])
        if self._sound:
            for samples in (*self._blocks(), *self._unheard):
                self._encode_sound(samples)
            self._container.mux(self._sound.encode(None))
        self._container.close()

    def _encode(self, frame: VideoFrame, at: int, lasts: int) -> None:
        is_key = self._last_key is None or at + lasts - self._last_key > self._key_gap
        if is_key:
            self._last_key = at
        frame.pict_type = PictureType.I if is_key else PictureType.NONE
        self._lasting[at] = lasts
        self._mux([*self._picture.encode(frame)])

    def _mux(self, packets: list[Packet | None]) -> None:
        """Write encoded pictures; None ends them."""
        if self._trimmed is None:
            self._trimmed = BitStreamFilterContext(UNTOLD, self._picture)
        for encoded in packets:
            for packet in self._trimmed.filter(encoded):
                assert packet.pts is not None
                packet.stream = self._picture
                packet.duration = self._lasting.pop(packet.pts)
                self._container.mux(packet)

    def _blocks(self) -> Iterator[Samples]:
        """The whole blocks of what has not been encoded; the rest is kept."""
        if not self._unheard:
            return
        samples = np.concatenate(self._unheard, axis=1)
        whole = samples.shape[1] // BLOCK * BLOCK
        self._unheard = [samples[:, whole:]] if whole < samples.shape[1] else []
        for start in range(0, whole, BLOCK):
            yield samples[:, start : start + BLOCK]

    def _encode_sound(self, samples: Samples) -> None:
        assert self._sound
        frame = AudioFrame.from_ndarray(
            np.ascontiguousarray(samples), format="fltp", layout=self._sound.layout.name
        )
        frame.sample_rate, frame.pts = RATE, self._heard
        frame.time_base = Fraction(1, RATE)
        self._heard += samples.shape[1]
        self._container.mux(self._sound.encode(frame))
