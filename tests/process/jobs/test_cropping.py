"""A still is cropped to a part of its frame, shown so wherever it is shown, and whole again."""

import io
from contextlib import closing
from uuid import uuid4

import numpy as np
import pytest
from PIL import Image

from tests.films.making import Wanted, make, number_of, steady
from tests.process.film_work import arriving, settled, until
from vigreview.process.acts import apply
from vigreview.process.jobs import Workers
from vigreview.process.microanalysis import clip, describe_clip, mark_clip
from vigreview.process.practice import NotThere, Practice, Refused
from vigreview.process.shared_review import get_ready
from vigreview.process.steps import redo, steps, undo
from vigreview.process.stills import take_still
from vigreview.process.together import hand_over
from vigreview.process.watching import open_stream

SIZE = (1280, 720)


def crop(practice, still_id, part):
    apply(practice, str(uuid4()), "crop_still", {"still_id": still_id, "part": part})


def picture(practice, still_id, stream=None):
    with closing(open_stream(practice, "still", still_id, stream)) as opened:
        data = opened.read(0, opened.length)
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image).astype(int)


@pytest.fixture
def film(practice, journey):
    Workers.at_work(practice.vault)
    made = arriving(practice, journey, make(Wanted(steady(40), size=SIZE, key_every=10)))
    until(practice, made, "ready")
    return made


def test_a_cropped_still_is_that_part_of_the_frame_pixel_for_pixel_and_can_be_undone(
    practice, film
):
    made = mark_clip(practice, film, 400_000, 1_200_000)
    kept = take_still(practice, film, 800_000, made)
    settled(practice, film)
    whole = picture(practice, kept)
    assert whole.shape[:2] == (720, 1280)
    assert number_of(whole.astype(np.uint8)) == 20
    crop(practice, kept, [250, 100, 500, 400])
    assert steps(practice, film).back == "crop still"
    settled(practice, film)
    part = picture(practice, kept)
    assert part.shape == (288, 640, 3)
    cut = whole[72:360, 320:960]
    assert np.abs(part - cut).mean() < 1.5  # both are JPEGs: each is a little off by itself
    for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        beside = whole[72 + down : 360 + down, 320 + right : 960 + right]
        assert np.abs(part - beside).mean() > np.abs(part - cut).mean()
    assert (picture(practice, kept, "whole") == whole).all()
    undo(practice, film)
    assert (picture(practice, kept) == whole).all()
    redo(practice, film)
    assert (picture(practice, kept) == part).all()
    crop(practice, kept, None)
    settled(practice, film)
    assert (picture(practice, kept) == whole).all()


def test_together_only_the_part_that_was_kept_is_shown(practice, film):
    made = mark_clip(practice, film, 400_000, 1_200_000)
    describe_clip(practice, made, chosen=True)
    kept = take_still(practice, film, 800_000, made)
    crop(practice, kept, [0, 0, 300, 300])
    sitting = get_ready(practice, film)
    assert clip(practice, made).face == kept
    settled(practice, film)
    hand_over(practice, sitting)
    together = Practice(practice.vault, sitting)
    assert picture(together, kept).shape == (216, 384, 3)
    with pytest.raises(Refused):
        open_stream(together, "still", kept, "whole")
    with pytest.raises(NotThere):
        open_stream(practice, "still", kept, "another")
