"""A film as a phone makes it, long enough that a browser cannot hold all of it."""

import io
from fractions import Fraction

import av
import numpy as np
from av import AudioFrame, AudioStream, Packet, VideoFrame, VideoStream
from av.container import OutputContainer
from av.stream import Stream

SIZE = (1280, 720)
RATE = 25
KEY_FRAME_EVERY = 12
BITS_A_SECOND = 8_000_000
SOUND_RATE = 48_000
# A whole number of frames of picture and of sound (1024 samples each): laps join without a seam.
LAP_SECONDS = 8


def make_film(laps: int) -> bytes:
    """Return an MP4 (H.264, AAC; 8 Mbit/s) of `laps` times the same 8 seconds."""
    lap = _one_lap()
    held = io.BytesIO()
    with av.open(lap) as source, av.open(held, "w", format="mp4") as film:
        tracks = {one.index: film.add_stream_from_template(one) for one in source.streams}
        packets = [packet for packet in source.demux() if _within(packet)]
        for number in range(laps):
            for packet in packets:
                film.mux(_later(packet, number * LAP_SECONDS, tracks[packet.stream.index]))
    return held.getvalue()


def _within(packet: Packet) -> bool:
    # Sound begins before the picture (what an encoder primes itself with); a lap must not.
    return packet.dts is not None and packet.dts >= 0


def _later(packet: Packet, seconds: int, track: Stream) -> Packet:
    copy = Packet(bytes(packet))
    shift = int(seconds / packet.time_base)
    copy.pts, copy.dts = packet.pts + shift, packet.dts + shift
    copy.duration, copy.time_base = packet.duration, packet.time_base
    copy.is_keyframe = packet.is_keyframe
    copy.stream = track
    return copy


def _one_lap() -> io.BytesIO:
    held = io.BytesIO()
    with av.open(held, "w", format="mp4") as lap:
        options = {"preset": "ultrafast", "x264-params": "scenecut=0:bframes=0"}
        picture = lap.add_stream("libx264", rate=RATE, options=options)
        sound = lap.add_stream("aac", rate=SOUND_RATE, layout="mono")
        _draw(lap, picture)
        _hum(lap, sound)
    held.seek(0)
    return held


def _draw(lap: OutputContainer, track: VideoStream) -> None:
    track.width, track.height = SIZE
    track.pix_fmt, track.gop_size, track.bit_rate = "yuv420p", KEY_FRAME_EVERY, BITS_A_SECOND
    chance = np.random.default_rng(1)
    grain = chance.integers(0, 255, (SIZE[1] // 4, SIZE[0] // 4, 3), dtype=np.uint8)
    for number in range(RATE * LAP_SECONDS):
        moved = np.roll(grain, (number, 2 * number), axis=(0, 1))
        frame = VideoFrame.from_ndarray(moved.repeat(4, axis=0).repeat(4, axis=1), format="rgb24")
        frame.pts, frame.time_base = number, Fraction(1, RATE)
        lap.mux(track.encode(frame))
    lap.mux(track.encode(None))


def _hum(lap: OutputContainer, track: AudioStream) -> None:
    hum = np.sin(np.arange(SOUND_RATE * LAP_SECONDS) * 0.02).astype(np.float32) / 8
    for start in range(0, len(hum), 1024):
        frame = AudioFrame.from_ndarray(hum[None, start : start + 1024], "fltp", "mono")
        frame.sample_rate, frame.pts = SOUND_RATE, start
        frame.time_base = Fraction(1, SOUND_RATE)
        lap.mux(track.encode(frame))
    lap.mux(track.encode(None))
