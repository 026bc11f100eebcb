"""Films sent by the official tus client into a real vault: cut off, gone on with, refused."""

import http.client
import io
import os
import socket
import threading

import httpx
import pytest
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError

from tests.process.conftest import consent_to
from tests.waiting import wait_for
from tests.web.servers import SAME_ORIGIN, house
from vigreview.films.errors import NoRoom as DiskFull
from vigreview.films.file import FilmFile
from vigreview.process import arriving
from vigreview.process.arriving import begin_next_film, expected_film, received
from vigreview.process.consent import (
    PURPOSES,
    REVIEW_FILMING,
    consents,
    give_consent,
    withdraw_consent,
)
from vigreview.process.filming import erase_film, film, films, open_film
from vigreview.process.people import Baby, Carer, add_family, people
from vigreview.process.practice import NotThere, Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault
from vigreview.web.sessions import Sessions
from vigreview.web.tus import write_metadata
from vigreview.web.uploads import upload_routes
from vigreview.wiring import RECEIVER, begin_film_work

FILM = os.urandom(6 * 1024 * 1024 + 17)
TUS = {"tus-resumable": "1.0.0"}
OCTETS = {**TUS, "content-type": "application/offset+octet-stream"}


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    made = Vault.create(tmp_path_factory.mktemp("vault"), "a warm kitchen", new_recovery_key())
    begin(Practice(made), "Kim", "4711")
    yield made
    made.lock()


@pytest.fixture(autouse=True)
def _kept_in_small_steps(monkeypatch):
    """Put what arrives on the disk at each MiB, so that a film of a few has a middle."""
    monkeypatch.setattr(arriving, "KEPT_AT_ONCE", 1024 * 1024)


@pytest.fixture
def practice(vault):
    return Practice(vault)


@pytest.fixture
def journey(practice):
    made = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada", due_on="2027-01-01")])
    consent_to(practice, made, PURPOSES)
    return made


@pytest.fixture
def desk(vault, tmp_path):
    """Kim's client, signed in: httpx for what tuspy does not say."""
    with house(lambda doors: upload_routes(RECEIVER, doors), tmp_path) as here:
        token = here.doors.begin(vault, "Kim")[1]
        headers = {"cookie": f"{here.cookie}={token}", **here.origin, **SAME_ORIGIN}
        with httpx.Client(base_url=here.url, headers=headers, timeout=20) as client:
            yield client


def by_tuspy(desk, metadata, url=None):
    client = TusClient(f"{desk.base_url}/uploads", headers=dict(desk.headers))
    return client.uploader(
        file_stream=io.BytesIO(FILM), chunk_size=1_500_000, metadata=metadata, url=url
    )


def cut_off(desk, url, sent, offset=0):
    """Begin to send the whole film in one PATCH, and lose the connection after `sent` bytes."""
    lines = [f"PATCH {httpx.URL(url).path} HTTP/1.1", f"host: {desk.base_url.netloc.decode()}"]
    told = {"cookie": desk.headers["cookie"], "origin": desk.headers["origin"], **SAME_ORIGIN}
    more = {**OCTETS, "upload-offset": str(offset), "content-length": str(len(FILM) - offset)}
    lines += [f"{name}: {value}" for name, value in {**told, **more}.items()]
    wire = socket.create_connection(("127.0.0.1", desk.base_url.port))
    wire.sendall("\r\n".join([*lines, "", ""]).encode() + FILM[offset : offset + sent])
    return wire


def answer_on(wire):
    """Return the status and the words that come back."""
    answer = http.client.HTTPResponse(wire)
    answer.begin()
    return answer.status, answer.read().decode()


def content_of(practice, film_id):
    with open_film(practice.vault, film_id) as file:
        return file.read("original", 0, file.length("original"))


@pytest.mark.parametrize("named", ["film", "journey"])
def test_a_film_is_cut_off_and_gone_on_with(practice, desk, journey, named):
    which = expected_film(practice, journey) if named == "film" else journey
    url = by_tuspy(desk, {named: str(which)}).create_url()
    film_id = int(url.rpartition("/")[2])
    sent = 3 * 1024 * 1024 + 5
    cut_off(desk, url, sent).close()
    wait_for(lambda: received(practice, film_id)[0] == sent)
    asked = desk.head(url, headers=TUS)
    assert (asked.status_code, asked.headers["upload-offset"]) == (200, str(sent))
    assert asked.headers["cache-control"] == "no-store"
    assert asked.headers["upload-length"] == str(len(FILM))
    again = by_tuspy(desk, {}, url)
    again.upload()
    assert again.offset == len(FILM)
    assert content_of(practice, film_id) == FILM
    assert film(practice, film_id).state == "preparing"


def test_a_client_that_lost_the_last_answer_hears_that_all_is_there(practice, desk, journey):
    sent = by_tuspy(desk, {"journey": str(journey)})
    sent.upload()
    asked = desk.head(sent.url, headers=TUS)
    assert asked.headers["upload-offset"] == asked.headers["upload-length"] == str(len(FILM))
    empty = desk.patch(sent.url, headers={**OCTETS, "upload-offset": str(len(FILM))})
    assert (empty.status_code, empty.headers["upload-offset"]) == (204, str(len(FILM)))
    late = desk.patch(sent.url, headers={**OCTETS, "upload-offset": str(len(FILM))}, content=b"x")
    assert late.status_code == 413
    assert desk.delete(sent.url, headers=TUS).status_code == 403


def test_two_clients_at_once_make_one_film(practice, desk, journey):
    url = by_tuspy(desk, {"journey": str(journey)}).create_url()
    film_id = int(url.rpartition("/")[2])
    first = cut_off(desk, url, 2 * 1024 * 1024)
    wait_for(lambda: received(practice, film_id)[0] == 2 * 1024 * 1024)
    by_tuspy(desk, {}, url).upload()
    first.sendall(FILM[2 * 1024 * 1024 :])
    assert answer_on(first)[0] == 409
    first.close()
    assert content_of(practice, film_id) == FILM


def test_two_clients_that_race_never_mix_their_bytes(practice, desk, journey):
    url = by_tuspy(desk, {"journey": str(journey)}).create_url()
    film_id = int(url.rpartition("/")[2])

    def send_on():
        while True:
            held = desk.head(url, headers=TUS)
            offset = int(held.headers["upload-offset"])
            if offset == len(FILM):
                return
            piece = FILM[offset : offset + 700_000]
            desk.patch(url, headers={**OCTETS, "upload-offset": str(offset)}, content=piece)

    both = [threading.Thread(target=send_on) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert content_of(practice, film_id) == FILM
    assert film(practice, film_id).state == "preparing"


def test_a_film_can_be_taken_out_while_it_is_sent(practice, desk, journey):
    url = by_tuspy(desk, {"journey": str(journey)}).create_url()
    film_id = int(url.rpartition("/")[2])
    sending = cut_off(desk, url, 2 * 1024 * 1024)
    wait_for(lambda: received(practice, film_id)[0] == 2 * 1024 * 1024)
    assert desk.delete(url, headers=TUS).status_code == 204
    sending.sendall(FILM[2 * 1024 * 1024 :])
    assert answer_on(sending)[0] == 409
    sending.close()
    assert desk.head(url, headers=TUS).status_code == 404
    assert desk.patch(url, headers={**OCTETS, "upload-offset": "0"}).status_code == 404
    assert desk.delete(url, headers=TUS).status_code == 404
    assert all(path.name in known_files(practice) for path in practice.vault.films_folder.iterdir())


def known_files(practice):
    with practice.read() as db:
        names = [held["file"] for held in db["films"].rows if held["file"]]
    return {f"{name}{end}" for name in names for end in ("", "-wal", "-shm", "-journal")}


def test_consent_withdrawn_in_the_middle_ends_it_with_its_sentence(practice, desk, journey):
    url = by_tuspy(desk, {"journey": str(journey)}).create_url()
    film_id = int(url.rpartition("/")[2])
    sending = cut_off(desk, url, 2 * 1024 * 1024)
    wait_for(lambda: received(practice, film_id)[0] == 2 * 1024 * 1024)
    withdraw_consent(practice, consents(practice, journey)[0].id)
    sending.sendall(FILM[2 * 1024 * 1024 :])
    status, words = answer_on(sending)
    assert status == 403
    assert words.startswith("There is no consent for Sam to be filmed")
    sending.close()
    with pytest.raises(NotThere):
        received(practice, film_id)
    with pytest.raises(TusCommunicationError) as refused:
        by_tuspy(desk, {"journey": str(journey)}).upload()
    assert b"There is no consent for Sam" in refused.value.response_content


@pytest.mark.parametrize(
    ("metadata", "status"),
    [
        ({}, 400),
        ({"journey": "999999"}, 403),
        ({"film": "999999"}, 404),
        ({"journey": "-1"}, 400),
        ({"film": "9" * 40}, 400),
        ({"film": "../7"}, 400),
    ],
)
def test_a_film_of_nobody_is_not_taken(practice, desk, metadata, status):
    asked = {**TUS, "upload-length": "10", "upload-metadata": write_metadata(metadata)}
    answer = desk.post("/uploads", headers=asked)
    assert answer.status_code == status
    assert answer.text


def test_the_places_that_a_piece_may_not_go_to(practice, desk, journey):
    url = by_tuspy(desk, {"journey": str(journey)}).create_url()

    def patch(offset, content=b"xyz", **more):
        headers = {**OCTETS, "upload-offset": offset, **more}
        return desk.patch(url, headers=headers, content=content).status_code

    assert patch("0") == 204
    assert patch("0") == 409
    assert patch(str(len(FILM) + 5)) == 409
    assert patch("9" * 60) == 409
    assert patch("-3") == 400
    assert patch("three") == 400
    assert patch("3", content=FILM) == 413
    assert patch("3", **{"content-type": "video/mp4"}) == 415
    assert patch("3", **{"tus-resumable": "0.2.2"}) == 412
    assert received(practice, int(url.rpartition("/")[2]))[0] == 3


def test_what_may_be_asked_is_told(desk, journey):
    told = desk.options("/uploads", headers=TUS)
    assert told.headers["tus-version"] == "1.0.0"
    assert told.headers["tus-max-size"] == "8000000000"
    too_large = {"journey": str(journey)}
    asked = {**TUS, "upload-length": "8000000001", "upload-metadata": write_metadata(too_large)}
    answer = desk.post("/uploads", headers=asked)
    assert (answer.status_code, answer.text[:32]) == (413, "This film is larger than 8 GB, w")


def test_a_film_that_was_erased_is_gone(practice, desk, journey):
    film_id = begin_next_film(practice, journey, 10)
    erase_film(practice, film_id, "the family asked for it")
    assert desk.head(f"/uploads/{film_id}", headers=TUS).status_code == 410
    assert [one.state for one in films(practice, journey)] == ["erased"]


def test_a_method_that_a_proxy_lets_not_through_is_said_in_a_header(practice, desk, journey):
    url = by_tuspy(desk, {"journey": str(journey)}).create_url()
    said = {**OCTETS, "upload-offset": "0", "x-http-method-override": "PATCH"}
    assert desk.post(url, headers=said, content=b"xyz").status_code == 204
    taken_out = desk.post(url, headers={**TUS, "x-http-method-override": "DELETE"})
    assert taken_out.status_code == 204
    assert desk.post(url, headers=TUS).status_code == 405


def test_a_disk_that_fills_up_is_said_and_what_came_is_gone_on_with(
    practice, desk, journey, monkeypatch
):
    url = by_tuspy(desk, {"journey": str(journey)}).create_url()
    film_id = int(url.rpartition("/")[2])
    first = desk.patch(url, headers={**OCTETS, "upload-offset": "0"}, content=FILM[:1000])
    assert first.status_code == 204
    with monkeypatch.context() as full:
        full.setattr(FilmFile, "append", no_room)
        answer = desk.patch(url, headers={**OCTETS, "upload-offset": "1000"}, content=FILM[1000:])
    assert answer.status_code == 507
    assert answer.text == "There is not enough room left on this device for the film."
    assert received(practice, film_id) == (1000, len(FILM))
    by_tuspy(desk, {}, url).upload()
    assert content_of(practice, film_id) == FILM


def no_room(self, name, offset, data):
    raise DiskFull


def test_what_nobody_sent_on_goes_when_the_vault_is_opened_again(tmp_path):
    home = tmp_path / "another"
    vault = Vault.create(home, "a warm kitchen", new_recovery_key())
    made = add_family(Practice(vault), "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(Practice(vault), made, PURPOSES)
    forsaken = begin_next_film(Practice(vault), made, 10)
    recording = begin_next_film(Practice(vault), made, None, recorded=True)
    vault.lock()
    for path in (home / "films").iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))
    vault = Vault.open(home, "a warm kitchen")
    doors = Sessions()
    doors.on_open(begin_film_work)
    session, _ = doors.begin(vault, "Kim")
    states = {one.id: one.state for one in films(Practice(vault), made)}
    assert states == {forsaken: "expected", recording: "receiving"}
    assert len(list((home / "films").glob("*.film"))) == 1
    doors.lock(session)


def test_a_film_of_the_shared_review_is_of_its_own_kind_and_asks_its_own_consent(
    practice, desk, journey
):
    def begun(**told):
        headers = {**TUS, "upload-length": "100"}
        headers["upload-metadata"] = write_metadata({"journey": str(journey), **told})
        return desk.post("/uploads", headers=headers)

    assert begun(kind="supervision").status_code == 403
    assert begun(kind="anything").status_code == 400
    assert films(practice, journey) == []
    give_consent(
        practice,
        journey,
        purpose=REVIEW_FILMING,
        given_by="Sam",
        capacity="for themselves",
        evidence="signed form",
        given_on="2026-11-01",
        carer_id=people(practice, journey).carers[0].id,
        seen_by="Noor Haddad",
    )
    assert [begun(kind=kind).status_code for kind in ("supervision", "moment")] == [201, 201]
    assert [one.kind for one in films(practice, journey)] == ["supervision", "moment"]
