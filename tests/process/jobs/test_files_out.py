"""A clip as a file, made by a worker out of the film, and gone once it was fetched."""

from contextlib import closing

import pytest

from tests.films.making import Wanted, make, seen, steady
from tests.process.film_work import arriving, settled, until
from tests.process.test_files_out import for_family
from tests.waiting import wait_for
from vigreview.process.files_out import (
    file_out,
    files_out,
    handed_over,
    making,
    may_fetch,
    open_file,
)
from vigreview.process.filming import open_film
from vigreview.process.jobs import Workers
from vigreview.process.microanalysis import mark_clip
from vigreview.process.practice import NotThere


def test_a_clip_is_made_fetched_once_and_gone(practice, journey):
    Workers.at_work(practice.vault)
    film = arriving(practice, journey, make(Wanted(steady(60), key_every=10)))
    until(practice, film, "ready")
    clip_id = mark_clip(practice, film, 400_000, 1_200_000)
    file_id = for_family(practice, film, clip_id=clip_id)
    wait_for(lambda: making(practice, file_out(practice, file_id)).ready, 60)
    with closing(open_file(practice, may_fetch(practice, file_id))) as opened:
        made = opened.read(0, opened.length)
        assert opened.allowed()
    assert seen(made).numbers == list(range(10, 31))
    handed_over(practice, file_id)
    (line,) = files_out(practice, film)
    assert line.handed_at
    assert (line.name, line.why) == (f"film-1-clip-{clip_id}.mp4", "Sam asked for it")
    with open_film(practice.vault, film) as stored:
        assert not [name for name in stored.names() if name.startswith("export/")]
    with pytest.raises(NotThere):
        may_fetch(practice, file_id)
    settled(practice, film)
