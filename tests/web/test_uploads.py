import io
import os
import socket
import threading
from contextlib import contextmanager

import httpx
import pytest
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError

from tests.web.servers import house
from vigreview.refusals import NotThere, Refused, TooLarge
from vigreview.web.tus import read_metadata, write_metadata
from vigreview.web.uploads import PIECE_BYTES, Misplaced, upload_routes

FILM = os.urandom(5 * 1024 * 1024 + 17)


class Shelf:
    """Takes films into memory, and counts the pieces."""

    def __init__(self):
        self.films = {}
        self.lengths = {}
        self.largest_piece = 0
        self.finished = []
        self.arrived = threading.Condition()

    def largest(self, session):
        return 10**9

    def begin(self, session, length, metadata):
        film_id = int(metadata.get("film") or 70 + int(metadata["journey"]))
        if film_id == 403:
            raise Refused("There is no consent to film yet.")
        if length is not None and length > 10**9:
            raise TooLarge("This film is larger than 1 GB.")
        self.films[film_id] = bytearray()
        self.lengths[film_id] = length
        self.told = metadata
        return film_id

    def held(self, session, film_id):
        if film_id not in self.films:
            raise NotThere
        return len(self.films[film_id]), self.lengths[film_id]

    def tell_length(self, session, film_id, length):
        if self.lengths[film_id] not in (None, length):
            raise Refused("This film is of another length than was said before.")
        self.lengths[film_id] = length

    def metadata(self, session, film_id):
        return {key: self.told[key] for key in ("fingerprint",) if key in self.told}

    @contextmanager
    def arriving(self, session, film_id):
        def add(offset, data):
            with self.arrived:
                if offset != len(self.films[film_id]):
                    raise Misplaced(len(self.films[film_id]))
                self.films[film_id] += data
                self.largest_piece = max(self.largest_piece, len(data))
                self.arrived.notify_all()

        yield add

    def finish(self, session, film_id):
        self.finished.append(film_id)

    def abandon(self, session, film_id):
        del self.films[film_id]


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def here(shelf, tmp_path):
    with house(lambda doors: upload_routes(shelf, doors), tmp_path) as made:
        yield made


@pytest.fixture
def headers(here):
    return here.begin()[1]


def tus(here, headers, film=7, url=None):
    """Make an uploader; with the `url` of an earlier one it asks how far that got."""
    client = TusClient(f"{here.url}/uploads", headers=headers)
    return client.uploader(
        file_stream=io.BytesIO(FILM), chunk_size=2_000_000, metadata={"film": str(film)}, url=url
    )


def patch_opening(here, headers):
    """Return the head of a PATCH with the whole film, as bytes for the wire."""
    lines = [
        "PATCH /uploads/7 HTTP/1.1",
        f"host: 127.0.0.1:{here.port}",
        *(f"{name}: {value}" for name, value in headers.items()),
        "tus-resumable: 1.0.0",
        "upload-offset: 0",
        "content-type: application/offset+octet-stream",
        f"content-length: {len(FILM)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def test_a_film_arrives_whole_in_pieces_of_at_most_a_mebibyte(here, headers, shelf):
    uploader = tus(here, headers)
    uploader.upload()
    assert shelf.films[7] == FILM
    assert shelf.finished == [7]
    assert shelf.largest_piece <= PIECE_BYTES
    assert uploader.url == f"{here.url}/uploads/7"


def test_an_upload_carries_on_where_it_stopped(here, headers, shelf):
    first = tus(here, headers)
    first.upload_chunk()
    assert 0 < first.offset < len(FILM)
    tus(here, headers, url=first.url).upload()
    assert shelf.films[7] == FILM
    assert shelf.finished == [7]


def test_what_arrived_before_the_connection_dropped_is_kept(here, headers, shelf):
    url = tus(here, headers).create_url()
    sent = 3 * 1024 * 1024 + 5
    with socket.create_connection(("127.0.0.1", here.port)) as wire:
        wire.sendall(patch_opening(here, headers) + FILM[:sent])
    with shelf.arrived:
        assert shelf.arrived.wait_for(lambda: len(shelf.films[7]) == sent, 10)
    tus(here, headers, url=url).upload()
    assert shelf.films[7] == FILM


def test_the_newest_connection_has_the_word(here, headers, shelf):
    """A connection that died unnoticed must not disturb the one that carries on."""
    url = tus(here, headers).create_url()
    with socket.create_connection(("127.0.0.1", here.port)) as wire:
        wire.sendall(patch_opening(here, headers) + FILM[: 2 * PIECE_BYTES])
        with shelf.arrived:
            assert shelf.arrived.wait_for(lambda: len(shelf.films[7]) == 2 * PIECE_BYTES, 10)
        tus(here, headers, url=url).upload()
    assert shelf.films[7] == FILM
    assert shelf.finished == [7]


def test_an_upload_can_be_given_up(here, headers, shelf):
    created = tus(here, headers)
    created.set_url(created.create_url())
    created.upload_chunk()
    gone = httpx.delete(created.url, headers={**headers, "tus-resumable": "1.0.0"})
    assert gone.status_code == 204
    assert shelf.films == {}
    asked = httpx.head(created.url, headers={**headers, "tus-resumable": "1.0.0"})
    assert asked.status_code == 404


def test_no_consent_no_upload(here, headers):
    with pytest.raises(TusCommunicationError) as refused:
        tus(here, headers, film=403).upload()
    assert refused.value.status_code == 403
    assert b"There is no consent to film yet." in refused.value.response_content


def test_the_protocol_s_own_refusals(here, headers, shelf):
    created = tus(here, headers)
    url = created.create_url()
    octets = {"content-type": "application/offset+octet-stream"}

    def patch(offset="0", version="1.0.0", content=b"x", **more):
        asked = {**headers, **octets, "tus-resumable": version, "upload-offset": offset, **more}
        return httpx.patch(url, headers=asked, content=content)

    assert patch(version="0.2.2").status_code == 412
    assert patch(offset="5").status_code == 409
    assert patch(offset="-5").status_code == 400
    assert patch(**{"content-type": "video/mp4"}).status_code == 415
    assert patch(content=FILM + b"x").status_code == 413
    options = httpx.options(f"{here.url}/uploads", headers=headers)
    assert options.headers["tus-extension"] == "creation,creation-defer-length,termination"
    assert options.headers["tus-version"] == "1.0.0"


def test_a_lock_ends_an_upload_under_way(here, shelf):
    session, headers = here.begin()
    created = tus(here, headers)
    created.set_url(created.create_url())
    created.upload_chunk()
    here.doors.lock(session)
    held = len(shelf.films[7])
    with pytest.raises(TusCommunicationError) as refused:
        created.upload_chunk()
    assert refused.value.status_code == 401
    assert len(shelf.films[7]) == held


def test_whoever_goes_on_with_an_upload_is_told_by_what_to_know_the_file(here, headers):
    client = TusClient(f"{here.url}/uploads", headers=headers)
    begun = client.uploader(
        file_stream=io.BytesIO(FILM), metadata={"film": "7", "fingerprint": "a1b2"}
    )
    begun.set_url(begun.create_url())
    asked = httpx.head(begun.url, headers={**headers, "tus-resumable": "1.0.0"})
    assert read_metadata(asked.headers["upload-metadata"]) == {"fingerprint": "a1b2"}


def test_a_piece_of_another_file_is_not_mixed_in(here, headers, shelf):
    client = TusClient(f"{here.url}/uploads", headers=headers)
    begun = client.uploader(
        file_stream=io.BytesIO(FILM), metadata={"film": "7", "fingerprint": "a1b2"}
    )
    url = begun.create_url()

    def patch(offset, **more):
        octets = {"content-type": "application/offset+octet-stream", "tus-resumable": "1.0.0"}
        asked = {**headers, **octets, "upload-offset": str(offset), **more}
        return httpx.patch(url, headers=asked, content=b"x" * 10)

    other = patch(0, **{"vigreview-fingerprint": "c3d4"})
    assert (other.status_code, shelf.films[7]) == (409, b"")
    assert other.text == "Another file is being sent for this film already."
    assert patch(0, **{"vigreview-fingerprint": "a1b2"}).status_code == 204
    assert patch(10).status_code == 204


def test_a_film_of_a_journey_is_told_its_number(here, headers, shelf):
    client = TusClient(f"{here.url}/uploads", headers=headers)
    uploader = client.uploader(file_stream=io.BytesIO(FILM), metadata={"journey": "5"})
    uploader.upload()
    assert uploader.url == f"{here.url}/uploads/75"
    assert shelf.films[75] == FILM


def test_a_film_whose_length_is_told_at_its_end(here, headers, shelf):
    asked = {**headers, "tus-resumable": "1.0.0"}
    octets = {**asked, "content-type": "application/offset+octet-stream"}
    begun = httpx.post(
        f"{here.url}/uploads",
        headers={
            **asked,
            "upload-defer-length": "1",
            "upload-metadata": write_metadata({"journey": "5", "recorded": "1"}),
        },
    )
    assert (begun.status_code, begun.headers["location"]) == (201, "/uploads/75")
    assert shelf.told["recorded"] == "1"
    url = f"{here.url}/uploads/75"
    for offset in (0, 1000):
        sent = httpx.patch(
            url, headers={**octets, "upload-offset": str(offset)}, content=b"x" * 1000
        )
        assert sent.status_code == 204
    half = httpx.head(url, headers=asked).headers
    assert (half["upload-offset"], half["upload-defer-length"]) == ("2000", "1")
    assert "upload-length" not in half
    assert shelf.finished == []
    last = {**octets, "upload-offset": "2000", "upload-length": "2000"}
    assert httpx.patch(url, headers=last).status_code == 204
    assert httpx.head(url, headers=asked).headers["upload-length"] == "2000"
    assert shelf.finished == [75]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({}, 400),
        ({"upload-length": "-1"}, 400),
        ({"upload-length": "ten"}, 400),
        ({"upload-length": "1e3"}, 400),
        ({"upload-length": "9" * 40}, 413),
        ({"upload-length": "9" * 6000}, 413),
        ({"upload-defer-length": "2"}, 400),
        ({"upload-defer-length": "1", "upload-length": "5"}, 400),
    ],
)
def test_a_length_that_is_none_is_not_taken(here, headers, shelf, said, status):
    asked = {**headers, "tus-resumable": "1.0.0", **said}
    asked["upload-metadata"] = write_metadata({"film": "7"})
    assert httpx.post(f"{here.url}/uploads", headers=asked).status_code == status
    assert shelf.films == {}


def test_while_a_film_arrives_the_screen_does_not_lock_for_being_untouched(here, shelf):
    session, headers = here.begin()
    created = tus(here, headers)
    created.set_url(created.create_url())
    session.last_seen = tuple(one - 300 for one in session.last_seen)
    assert session.idle_for >= 300
    created.upload_chunk()
    assert session.idle_for < 300
