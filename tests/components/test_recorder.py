"""The recorder: what is filmed arrives piece by piece and whole, whatever goes wrong meanwhile."""

import io
import itertools

import av
import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.cameras import FAKE_CAMERAS, SMALL_CAMERA
from tests.chromium import ARGS, chromium_path
from tests.components.axe import findings
from tests.components.conftest import TABLET

UNPLUG = """() => {
    for (const track of window.opened.at(-1).getVideoTracks()) {
        track.stop();
        track.dispatchEvent(new Event("ended"));
    }
}"""
GAP_S = 0.5  # frames further apart than this would be a piece that is missing


@pytest.fixture(scope="module")
def tablet(playwright):
    browser = playwright.chromium.launch(
        executable_path=chromium_path(), args=[*ARGS, *FAKE_CAMERAS]
    )
    context = browser.new_context(viewport=TABLET, has_touch=True)
    context.set_default_timeout(30_000)
    context.add_init_script(SMALL_CAMERA)
    yield context
    browser.close()


@pytest.fixture
def film(page: Page, see, house, until):
    """Start filming; returns when some of it is on the server's disk."""

    def start(**query) -> None:
        see("recorder", **query)
        page.get_by_role("button", name="Start filming").tap()
        expect(page.get_by_text("Filming", exact=True)).to_be_visible()
        until(lambda: looked(page) and house.remembered()["held"])

    return start


@pytest.fixture
def kept_more(page: Page, house, until):
    """Wait until more pieces than now have been kept."""

    def wait(pieces: int = 3) -> None:
        before = len(house.remembered()["patches"])
        until(lambda: looked(page) and len(house.remembered()["patches"]) >= before + pieces)

    return wait


def looked(page: Page) -> bool:
    """Let the browser's events come through while a test waits for the server."""
    return page.evaluate("true")


def stop(page: Page) -> None:
    page.get_by_role("button", name="Stop").tap()


def on_to_the_films(page: Page) -> None:
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert page.url.endswith("?filmed")


def whole(house) -> tuple[float, bool]:
    """Return how many seconds the film that arrived lasts, and whether it has sound.

    Fails where frames are missing in it, or it is not as long as was said.
    """
    held = house.remembered()
    content = httpx.get(f"{house.address}/test/uploaded").content
    assert held["length"] == held["held"] == len(content)
    with av.open(io.BytesIO(content)) as arrived:
        sound = bool(arrived.streams.audio)
    return shown_at(content)[-1], sound


def shown_at(content: bytes) -> list[float]:
    """Return when each frame of a film is shown, in seconds; fails where a piece is missing.

    A busy machine's camera may leave out frames, and its microphone goes on: a piece has both.
    """
    with av.open(io.BytesIO(content)) as arrived:
        times = [float(frame.time) for frame in arrived.decode(video=0)]
    heard: list[float] = []
    with av.open(io.BytesIO(content)) as arrived:
        if arrived.streams.audio:
            heard = [float(sound.time) for sound in arrived.decode(audio=0)]
    assert max(b - a for a, b in itertools.pairwise(sorted([*times, *heard]))) < GAP_S
    return times


def test_what_is_filmed_arrives_as_it_is_made_and_whole(page: Page, see, film, house, kept_more):
    film()
    kept_more()
    assert house.remembered()["length"] is None  # nobody knows it yet
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    stop(page)
    on_to_the_films(page)
    seconds, sound = whole(house)
    assert seconds > 1
    assert sound
    assert "recorded MQ==" in house.remembered()["metadata"]  # 1
    assert "journey NQ==" in house.remembered()["metadata"]  # 5
    assert "kind c3VwZXJ2aXNpb24=" in house.remembered()["metadata"]  # supervision


def test_while_the_server_is_away_filming_goes_on_and_nothing_is_lost(
    page: Page, film, house, kept_more
):
    film()
    httpx.post(f"{house.address}/test/away", json={"on": True})
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    expect(page.get_by_text("Filming", exact=True)).to_be_visible()
    httpx.post(f"{house.address}/test/away", json={"on": False})
    expect(page.get_by_text("Not kept yet")).to_have_count(0)
    kept_more()
    stop(page)
    on_to_the_films(page)
    assert whole(house)[0] > 2


def test_a_piece_whose_answer_was_lost_is_kept_once(page: Page, film, house, kept_more):
    film()
    lost = iter([True, False, True])

    def lose(route):
        if route.request.method == "PATCH" and next(lost, False):
            route.fetch()
            return route.abort()
        return route.continue_()

    page.route("**/uploads/7", lose)
    kept_more(4)
    stop(page)
    on_to_the_films(page)
    whole(house)


def test_a_server_that_was_started_anew_is_signed_in_to_after_the_film(
    page: Page, film, house, kept_more
):
    film()
    httpx.post(f"{house.address}/test/start-anew")
    expect(page.get_by_text("When you stop, we ask for your passphrase")).to_be_visible()
    stop(page)
    passphrase = page.get_by_label("Your passphrase")
    passphrase.fill("something else")
    page.get_by_role("button", name="Keep the film").tap()
    expect(page.get_by_role("alert").filter(has_text="That is not it.")).to_be_visible()
    passphrase.fill("a long passphrase")
    page.get_by_role("button", name="Keep the film").tap()
    on_to_the_films(page)
    assert whole(house)[0] > 1


@pytest.mark.parametrize("kind", ["video/webm;codecs=vp8,opus", "video/mp4;codecs=vp9,opus"])
def test_a_tab_that_goes_takes_two_seconds_at_most_with_it(
    page: Page, film, house, kept_more, kind
):
    page.add_init_script(
        f"""window.MediaRecorder = class extends MediaRecorder {{
            constructor(stream, options) {{
                super(stream, {{ ...options, mimeType: "{kind}" }});
                window.began = performance.now();
            }}
        }};"""
    )
    film()
    kept_more()
    seconds = page.evaluate("(performance.now() - window.began) / 1000")
    page.close()  # without a word to the page, as a crash
    content = httpx.get(f"{house.address}/test/uploaded").content
    assert house.remembered()["length"] is None
    assert seconds - 2 < shown_at(content)[-1] <= seconds


def test_a_camera_that_is_unplugged_loses_nothing(page: Page, film, house, kept_more):
    film()
    kept_more()
    page.evaluate(UNPLUG)
    expect(page.get_by_text("The film is here")).to_be_visible()
    expect(page.get_by_text("The camera went away, so filming has stopped.")).to_be_visible()
    assert whole(house)[0] > 1
    page.get_by_role("button", name="To the films").tap()
    on_to_the_films(page)


def test_a_film_as_long_as_films_may_be_is_kept(page: Page, film, house):
    film(most_minutes="0.06")
    expect(page.get_by_text("The film is as long as a film may be")).to_be_visible()
    expect(page.get_by_text("The film is here")).to_be_visible()
    assert 1 < whole(house)[0] < 3.6


def test_a_film_that_may_not_be_kept_any_more_stops_and_says_why(page: Page, film):
    film()
    said = "There is no consent for Sam to be filmed."
    page.route("**/uploads/7", lambda route: route.fulfill(status=403, body=said))
    expect(page.get_by_text(f"{said} What was kept until then is with the films.")).to_be_visible()
    page.get_by_role("button", name="To the films").tap()
    on_to_the_films(page)


def test_a_recorder_that_is_drawn_anew_goes_on_filming(page: Page, film, house, kept_more):
    film()
    page.evaluate("window.takeAway.recorder()")
    kept_more(1)
    page.evaluate(
        """async () => {
            const { default: mount } = await import("/test/parts/recorder.js");
            const data = await (await fetch("/test/data/recorder")).json();
            const parentElement = document.body.appendChild(document.createElement("div"));
            mount({ data, parentElement, setTriggerValue() {} });
        }"""
    )
    stop(page)
    on_to_the_films(page)
    assert whole(house)[0] > 1


def test_nothing_is_filmed_without_a_red_light_and_what_was_filmed_is_kept(
    page: Page, film, house, until
):
    film()
    page.evaluate("window.takeAway.recorder()")
    until(lambda: looked(page) and house.remembered()["length"])
    assert whole(house)[0] > 1
    tracks = "opened.flatMap((one) => one.getTracks()).map((one) => one.readyState)"
    assert set(page.evaluate(tracks)) == {"ended"}


def test_a_swipe_back_does_not_end_a_film(page: Page, see_in_streamlit, kept_more, house):
    see_in_streamlit("uploader")
    see_in_streamlit("recorder")
    page.get_by_role("button", name="Start filming").tap()
    kept_more(1)
    page.go_back()
    kept_more()
    expect(page.get_by_text("Filming", exact=True)).to_be_visible()
    stop(page)
    on_to_the_films(page)
    assert whole(house)[0] > 1


def test_the_page_is_not_left_by_accident(page: Page, film, kept_more):
    film()
    with page.expect_event("dialog") as asked:
        page.evaluate("setTimeout(() => location.reload())")
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    kept_more()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    expect(page.get_by_text("Filming", exact=True)).to_be_visible()
    stop(page)
    on_to_the_films(page)


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        ("NotAllowedError", "Allow camera and microphone at the sign beside the address"),
        ("NotFoundError", "There is no camera here."),
        ("NotReadableError", "Something else is using the camera."),
        ("TypeError", "The camera did not start."),
    ],
)
def test_without_a_camera_one_sentence_says_what_to_do(page: Page, see, house, trouble, says):
    page.add_init_script(
        f"""window.refuseCamera = () => {{ throw new DOMException("no", "{trouble}"); }};
        const query = navigator.permissions.query.bind(navigator.permissions);
        navigator.permissions.query = async (asked) => ({{ state: "prompt" }});"""
    )
    see("recorder")
    page.get_by_role("button", name="Turn on the camera").tap()
    expect(page.get_by_role("alert")).to_contain_text(says)
    expect(page.get_by_role("button", name="Start filming")).to_be_hidden()
    page.evaluate("delete window.refuseCamera")
    page.get_by_role("button", name="Try again").tap()
    expect(page.get_by_role("button", name="Start filming")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()
    assert house.remembered()["metadata"] == ""  # nothing was begun


def test_without_a_microphone_the_film_is_silent_and_that_is_said(page: Page, film, house):
    page.add_init_script(
        """window.refuseCamera = ({ audio }) => {
            if (audio) throw new DOMException("no", "NotFoundError");
        };"""
    )
    film()
    stop(page)
    on_to_the_films(page)
    assert whole(house)[1] is False


def test_the_look_before_filming_tells_what_will_be_filmed(page: Page, see):
    page.add_init_script(
        """const told = MediaStreamTrack.prototype.getSettings;
        MediaStreamTrack.prototype.getSettings = function () {
            const front = this.label.endsWith("1");
            return { ...told.call(this), facingMode: front ? "user" : "environment" };
        };"""
    )
    see("recorder")
    picture = page.locator("video").first
    expect(page.get_by_text("Both faces in view")).to_be_visible()
    expect(page.get_by_text("Sound is recorded too.")).to_be_visible()
    expect(picture).to_have_css("transform", "none")
    page.get_by_role("radio", name="fake_device_1").tap()
    expect(page.get_by_role("radio", name="fake_device_1")).to_be_checked()
    expect(picture).to_have_css("transform", "matrix(-1, 0, 0, 1, 0, 0)")
    page.get_by_role("button", name="Turn the sound off").tap()
    expect(page.get_by_text("No sound is recorded.")).to_be_visible()
    expect(page.get_by_role("radio", name="fake_device_1")).to_be_checked()
    tracks = page.evaluate("opened.at(-1).getTracks().map((track) => track.kind)")
    assert tracks == ["video"]
    live = "opened.flatMap((one) => one.getTracks()).filter((one) => one.readyState === 'live')"
    assert page.evaluate(f"{live}.length") == 1  # no camera that was looked through stays open


def test_every_target_is_large_and_axe_finds_nothing(page: Page, film, see):
    see("recorder")
    expect(page.get_by_role("button", name="Start filming")).to_be_visible()
    assert not findings(page)
    for button in page.get_by_role("button").all():
        assert button.bounding_box()["height"] >= 48
    film()
    box = page.get_by_role("dialog").get_by_role("button").bounding_box()  # the only one there is
    assert box["height"] >= 96
    assert box["width"] >= 240
    assert not findings(page)
    stop(page)
    on_to_the_films(page)
