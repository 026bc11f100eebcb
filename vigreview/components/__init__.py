"""The parts of the screens that run in the browser. One folder each: .py, .js, .css."""

from vigreview.components.bench.bench import bench
from vigreview.components.clip_player.clip_player import clip_player
from vigreview.components.crop.crop import crop
from vigreview.components.filmstrip.filmstrip import filmstrip
from vigreview.components.note_box.note_box import note_box
from vigreview.components.order.order import order
from vigreview.components.recorder.recorder import recorder
from vigreview.components.saying.saying import saying
from vigreview.components.scale.scale import scale
from vigreview.components.shows.shows import shows
from vigreview.components.uploader.uploader import uploader
from vigreview.components.watch.watch import watch

__all__ = [
    "bench",
    "clip_player",
    "crop",
    "filmstrip",
    "note_box",
    "order",
    "recorder",
    "saying",
    "scale",
    "shows",
    "uploader",
    "watch",
]
