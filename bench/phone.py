"""Films as phones make them: 1080 lines, as many bits as they spend. Drawn once a run.

A few seconds are encoded and then repeated as they are, which takes a moment however long.
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
LAP_SECONDS = 5
# Grain that moves, as a phone's sensor gives it indoors, over edges that move.
_PICTURE = f"testsrc2=size=1920x1080:rate=30:duration={LAP_SECONDS},noise=alls=10:allf=t"
_SOUND = f"sine=frequency=300:sample_rate=48000:duration={LAP_SECONDS}"


@dataclass(frozen=True)
class Phone:
    """What a phone films with. `key_frames` is the frames from one key frame to the next."""

    name: str
    encoder: tuple[str, ...]
    key_frames: int

    def film(self, folder: Path, seconds: int) -> Path:
        """Return a film of so many seconds, from `folder` where it is drawn already."""
        film = folder / f"{self.name}-{seconds}.mp4"
        if not film.exists():
            lap = folder / f"{self.name}.mp4"
            if not lap.exists():
                self._draw(lap)
            again = ["-stream_loop", str(seconds // LAP_SECONDS - 1), "-i", str(lap), "-c", "copy"]
            ffmpeg(*again, "-tag:v", self._tag, str(film))
        return film

    @property
    def _tag(self) -> str:
        return "hvc1" if "libx265" in self.encoder else "avc1"

    def _draw(self, lap: Path) -> None:
        given = ["-f", "lavfi", "-i", _PICTURE, "-f", "lavfi", "-i", _SOUND]
        pictures = ["-c:v", *self.encoder, "-g", str(self.key_frames), "-pix_fmt", "yuv420p"]
        ffmpeg(*given, *pictures, "-c:a", "aac", "-b:a", "128k", "-tag:v", self._tag, str(lap))


# Key frames each 0.4 s, so that no scrub copy is made behind the film while others are measured.
H264 = Phone(
    "h264",
    (
        *("libx264", "-preset", "ultrafast", "-bf", "0"),
        *("-b:v", "12M", "-maxrate", "14M", "-bufsize", "12M"),
    ),
    key_frames=12,
)
# As many phones do it: browsers play it at once, and a scrub copy is made behind it.
FAR_APART = Phone("far-apart", H264.encoder, key_frames=150)
HEVC = Phone(
    "hevc",
    ("libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:bitrate=8000"),
    key_frames=30,
)


def ffmpeg(*given: str) -> None:
    """Run the ffmpeg program, which is to say nothing."""
    subprocess.run([FFMPEG, "-v", "error", "-nostdin", "-y", *given], check=True)
