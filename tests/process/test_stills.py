"""What a still may be cropped to, as the browser tells it."""

from uuid import uuid4

import pytest

from vigreview.process.acts import apply
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.practice import Refused
from vigreview.process.stills import Crop, still, take_still


def crop(practice, still_id, part):
    apply(practice, str(uuid4()), "crop_still", {"still_id": still_id, "part": part})


@pytest.mark.parametrize("part", [[0, 0, 500], [0, 0, 50, 500], [800, 0, 300, 500], [-1, 0, 9, 9]])
def test_what_is_no_part_of_a_picture_is_refused(practice, film, part):
    kept = take_still(practice, film, 800_000)
    with pytest.raises(Refused, match="too small, or not within it"):
        crop(practice, kept, part)
    crop(practice, kept, [100, 100, 500, 500])
    assert still(practice, kept).crop == Crop(100, 100, 500, 500)
    crop(practice, kept, [0, 0, 1000, 1000])
    assert still(practice, kept).crop is None


def test_without_consent_nothing_is_cropped(practice, consented, film):
    kept = take_still(practice, film, 800_000)
    withdraw_consent(practice, consents(practice, consented)[0].id)
    with pytest.raises(Refused, match="no consent"):
        crop(practice, kept, [100, 100, 500, 500])
