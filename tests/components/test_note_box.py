"""A person's own words: kept while typed, kept once, kept through a dropped line."""

from playwright.sync_api import Page, expect

from tests.components.axe import findings
from tests.components.showing import told


def test_what_is_typed_is_kept_as_a_draft_half_a_second_later(page: Page, see, house, until):
    see("note_box")
    page.locator("textarea").press_sequentially("She looked at me", delay=5)
    expect(page.get_by_text("Kept so far")).to_be_visible()
    (draft,) = house.acts("keep_draft")
    assert (draft["box"], draft["words"]) == ("noticing-3", "She looked at me")


def test_a_draft_is_there_again_when_the_screen_is_opened(page: Page, see):
    see("note_box", draft="We were singing")
    expect(page.locator("textarea")).to_have_value("We were singing")


def test_keep_keeps_the_words_and_whose_they_are_and_clears_the_draft(page, see, house, until):
    see("note_box")
    page.locator("textarea").fill("She waited for me")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("alert")).to_have_text("Whose words are these?")
    page.get_by_role("radio", name="Daddy").click()
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("listitem")).to_contain_text("She waited for me")
    expect(page.locator("textarea")).to_have_value("")
    assert house.acts("notice") == [{"clip_id": 3, "words": "She waited for me", "who": 2}]
    until(lambda: house.acts("keep_draft")[-1]["words"] == "")
    until(lambda: told(page) == [["kept", {"id": 2, "result": {"id": 2}}]])


def test_an_act_whose_answer_was_lost_is_sent_again_and_applied_once(page, see, house):
    see("note_box")
    lost = []

    def lose_the_first_answers(route):
        if "notice" in route.request.post_data and len(lost) < 3:
            lost.append(route.fetch())  # the server hears it, the browser never learns
            return route.abort()
        return route.continue_()

    page.route("**/acts", lose_the_first_answers)
    page.get_by_role("radio", name="Nana").click()
    page.locator("textarea").fill("He laughed first")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Not kept yet. It will be")).to_be_visible()
    expect(page.get_by_role("listitem")).to_contain_text("He laughed first")
    assert len(house.acts("notice")) == 1
    told = house.remembered()
    notice = next(act["act"] for act in told["acts"] if act["verb"] == "notice")
    assert told["deliveries"].count(notice) == 4


def test_what_is_typed_on_while_keep_waits_for_its_answer_stays(page: Page, see, house):
    see("note_box")
    held = []

    def hold_the_notice(route):
        held.append(route) if "notice" in route.request.post_data else route.continue_()

    page.route("**/acts", hold_the_notice)
    page.get_by_role("radio", name="Nana").click()
    page.locator("textarea").fill("She looked.")
    with page.expect_request(lambda request: "notice" in (request.post_data or "")):
        page.get_by_role("button", name="Keep").click()
    page.locator("textarea").press_sequentially(" And then she laughed.")
    held[-1].continue_()
    expect(page.get_by_role("listitem")).to_contain_text("She looked.")
    expect(page.locator("textarea")).to_have_value("And then she laughed.")


def test_words_typed_while_the_line_is_down_arrive_although_the_box_has_gone(
    page, see, house, until
):
    see("note_box")
    page.route("**/acts", lambda route: route.abort())
    page.locator("textarea").fill("Then the line went")
    expect(page.get_by_text("Not kept yet.").first).to_be_visible()
    page.evaluate("() => takeAway.note_box()")
    expect(page.locator("textarea")).to_have_count(0)
    page.unroute("**/acts")
    until(lambda: house.acts("keep_draft"))
    assert house.acts("keep_draft")[-1]["words"] == "Then the line went"


def test_a_refusal_is_one_sentence_and_the_words_stay(page: Page, see):
    see("note_box")
    page.get_by_role("radio", name="Nana").click()
    page.locator("textarea").fill("refuse this")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("These words were refused by the test.")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("refuse this")


def test_words_said_in_another_language_are_kept_beside_the_translation(page, see, house):
    see("note_box", two="1")
    page.get_by_role("radio", name="Nana").click()
    page.get_by_label("The same in Polish").fill("Patrzyła na mnie")
    page.get_by_label("In English").fill("She was looking at me")
    page.get_by_role("button", name="Keep").click()
    said = page.get_by_role("listitem").get_by_text("Patrzyła na mnie")
    expect(said).to_have_attribute("lang", "pl")
    (kept,) = house.acts("notice")
    assert (kept["original"], kept["said_in"]) == ("Patrzyła na mnie", "Polish")
    assert (kept["words"], kept["who"]) == ("She was looking at me", 1)


def test_the_second_field_goes_by_who_speaks_and_keeps_what_was_begun_in_it(
    page, see, house, until
):
    see("note_box", two="1", three="1")
    polish, urdu = page.get_by_label("The same in Polish"), page.get_by_label("The same in Urdu")
    own = page.locator("#own")
    expect(page.locator("textarea")).to_have_count(2)
    expect(own).to_be_hidden()
    page.get_by_role("radio", name="Nana").click()
    polish.fill("Patrzyła")
    assert findings(page) == []
    page.get_by_role("radio", name="Daddy").click()
    expect(urdu).to_have_attribute("lang", "ur")
    expect(urdu).to_have_value("Patrzyła")
    page.get_by_role("radio", name="Sam").click()
    expect(own).to_be_hidden()
    page.get_by_label("What did you notice?").fill("You waited")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("listitem")).to_contain_text("You waited")
    (kept,) = house.acts("notice")
    assert not {"original", "said_in"} & set(kept)
    page.get_by_role("radio", name="Nana").click()
    expect(polish).to_have_value("Patrzyła")
    until(lambda: "Patrzyła" in [one["words"] for one in house.acts("keep_draft")])


def test_words_begun_in_a_language_are_there_again_with_who_speaks_it(page: Page, see):
    see("note_box", two="1", own_draft="Patrzyła")
    expect(page.get_by_role("radio", name="Nana")).to_be_checked()
    expect(page.get_by_label("The same in Polish")).to_have_value("Patrzyła")


def test_words_of_nobody_in_particular_are_in_a_language_of_those_there(page, see, house):
    see("note_box", two="1", three="1", nobody="1")
    expect(page.get_by_label("The same in Polish")).to_be_visible()
    choice = page.get_by_role("group", name="Which language is it in?")
    choice.get_by_role("button", name="اردو").click()
    page.get_by_label("The same in Urdu").fill("وہ مسکرائی")
    assert findings(page) == []
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("listitem")).to_contain_text("وہ مسکرائی")
    (kept,) = house.acts("notice")
    assert (kept["original"], kept["said_in"], kept["words"]) == ("وہ مسکرائی", "Urdu", "")


def test_all_targets_are_large_enough_for_a_finger(page: Page, see):
    root = see("watch", "note_box")
    for target in [*root.get_by_role("button").all(), *root.get_by_role("radio").all()]:
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 48


def test_each_draft_says_its_turn_also_over_a_reload(page: Page, see, house, until):
    see("note_box", box="1")
    for words in ("She looked", "She looked at me"):
        page.locator("textarea").fill(words)
        until(lambda words=words: _last(house) == words)
    page.reload()
    page.locator("textarea").fill("She laughed")
    page.get_by_role("radio", name="Nana").click()
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("listitem")).to_contain_text("She laughed")
    until(lambda: _last(house) == "")
    turns = [act["args"]["turn"] for act in house.remembered()["acts"]]
    assert turns == sorted(set(turns))
    assert [act["verb"] for act in house.remembered()["acts"]][-3:] == [
        "keep_draft",
        "notice",
        "keep_draft",
    ]


def _last(house) -> str | None:
    drafts = house.acts("keep_draft")
    return drafts[-1]["words"] if drafts else None


def test_an_act_on_which_the_server_breaks_is_given_up_and_those_behind_it_go_on(
    page: Page, see, house, until
):
    page.clock.install()
    see("note_box")
    answers = []

    def break_on_the_notice(route):
        if "notice" not in route.request.post_data_json["verb"]:
            return route.continue_()
        answers.append(route)
        return route.fulfill(status=500, json={"sentence": "Please try again."})

    page.route("**/acts", break_on_the_notice)
    page.get_by_role("radio", name="Nana").click()
    page.locator("textarea").fill("She looked.")
    page.get_by_role("button", name="Keep").click()
    page.locator("textarea").press_sequentially(" And laughed.")
    for tried in range(1, 5):
        until(lambda tried=tried: page.evaluate("true") and len(answers) >= tried)
        page.clock.fast_forward(6_000)
    expect(page.get_by_role("alert")).to_have_text("This could not be kept.")
    expect(page.locator("textarea")).to_have_value("She looked. And laughed.")
    until(lambda: _last(house) == "She looked. And laughed.")
    assert len(answers) == 5
