"""Sentences of the together screens: whole in every language, right for every family."""

import re
import shutil

import pytest

from vigreview.languages import __main__ as check
from vigreview.languages import sentences as of_files
from vigreview.languages.sentences import ENGLISH, LANGUAGES, PEOPLE, faults, sentences, variables
from vigreview.languages.words import Words, fill
from vigreview.process.languages import values
from vigreview.process.people import Baby, Carer, People

BORN = "2026-03-01"
ODD = "<b>Zoë</b> & \\ { $x } ليلى"
FAMILIES = {
    "one baby": People((Carer("Samira", "Dada", "Sam"),), (Baby("Ada", BORN),)),
    "bump": People((Carer("Jo", "Jo", "Jo", "she/her"),), (Baby("bump", None, "2027-01-01"),)),
    "twins": People((Carer("Jo", "Mummy", "Jo", "he"),), (Baby("Ada", BORN), Baby("Sam", BORN))),
    "two carers": People(
        (Carer("Ola", "Mama", "Ola"), Carer("Kit", "Mima", "Kit")), (Baby("Ada", BORN),)
    ),
    "foster carer, three babies": People(
        (Carer("Nana Ruth", "Nana", "Ruth"),), tuple(Baby(name, BORN) for name in "ABC")
    ),
    "odd names": People((Carer(ODD, ODD, ODD),), (Baby(ODD, BORN), Baby("محمد", BORN))),
}
# What the screens add by name, beside the people.
ADDED = {
    "language": LANGUAGES["pl"],
    "words": "She looked at me",
    "name": "Nana",
    "place": 2,
    "count": 5,
}
ISOLATES = re.compile("[\u2066-\u2069]")


def everything():
    return [(code, id) for code in LANGUAGES for id in sentences(code)]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_sentence_of_every_language_can_be_said_of_every_family(family):
    people = values(FAMILIES[family], "Kim")
    for code, id in everything():
        said = fill(sentences(code)[id].source, LANGUAGES[code], {**people, **ADDED})
        assert said.strip()
        assert "???" not in said
        if ODD not in said:
            assert not re.search(r"[{}$]", said), f"{code} {id}: {said}"


def test_no_sentence_is_broken():
    for code, id in everything():
        wrong = faults(sentences(code)[id].source, sentences("en")[id].source)
        assert not wrong, f"{code} {id}: {wrong}"


def test_what_a_screen_fills_in_is_explained_to_the_interpreter():
    for one in sentences("en").values():
        for name in variables(of_files.pattern_of(one.source)) - PEOPLE:
            assert f"${name}" in one.comment, f"{one.id} does not say what ${name} is"
            assert name in ADDED


def test_a_name_is_in_each_sentence_as_it_was_given():
    people = values(FAMILIES["odd names"], "Kim")
    for code in LANGUAGES:
        if "describe-us-ask" in sentences(code):
            said = fill(sentences(code)["describe-us-ask"].source, LANGUAGES[code], people)
            assert ODD in said
            assert "محمد" in said


def test_names_are_listed_as_each_language_lists_them():
    people = values(FAMILIES["foster carer, three babies"], "Kim")
    listed = {code: fill("{ $baby }", one, people) for code, one in LANGUAGES.items()}
    assert listed["en"] == "A, B and C"
    assert listed["pl"] == "A, B i C"
    assert listed["ro"] == "A, B și C"
    assert listed["ar"] == "A وB وC"


def test_a_number_has_the_plural_of_its_language():
    def said(code, count):
        people = {**values(FAMILIES["one baby"], "Kim"), "count": count}
        words = fill(sentences(code)["ending-age-month"].source, LANGUAGES[code], people)
        return ISOLATES.sub("", words)

    assert [said("pl", n) for n in (1, 3, 5, 22)] == [
        "Ada ma teraz 1 miesiąc.",
        "Ada ma teraz 3 miesiące.",
        "Ada ma teraz 5 miesięcy.",
        "Ada ma teraz 22 miesiące.",
    ]
    assert [said("ro", n) for n in (1, 19, 20)] == [
        "Ada are acum o lună.",
        "Ada are acum 19 luni.",
        "Ada are acum 20 de luni.",
    ]
    assert [said("ar", n) for n in (2, 3, 11)] == [
        "عمر Ada الآن شهران.",
        "عمر Ada الآن 3 أشهر.",
        "عمر Ada الآن 11 شهرًا.",
    ]


def test_twins_have_verbs_of_their_own():
    words = Words(people=values(FAMILIES["twins"], "Kim"))
    assert words("example-question-first-months-2").startswith("How do Ada and Sam talk to me")
    words = Words(people=values(FAMILIES["one baby"], "Kim"))
    assert words("example-question-first-months-2").startswith("How does Ada talk to me")


def test_a_name_in_other_letters_keeps_its_sentence_in_order():
    people = values(FAMILIES["one baby"], "Kim")
    assert not ISOLATES.search(Words(people=people)("describe-baby-ask"))
    other = {**people, "baby": ("ليلى",)}
    assert "\u2068ليلى\u2069" in Words(people=other)("describe-baby-ask")
    urdu = sentences("ur")["describe-us-ask"].source
    assert "\u2068Ada\u2069" in fill(urdu, LANGUAGES["ur"], people)


def test_a_sentence_without_a_translation_is_english_and_says_so():
    words = Words(LANGUAGES["ur"], values(FAMILIES["one baby"], "Kim"), {"turn-on": "آگے چلیں"})
    assert (words("turn-on"), words("turn-on").tongue["dir"]) == ("آگے چلیں", "rtl")
    back = words("turn-back")
    assert (back, back.tongue, back.elsewhere) == ("Back", {"lang": "en", "dir": "ltr"}, True)
    assert words.part("turn-on") == "آگے چلیں"
    assert words.part("turn-back") == {"words": "Back", "lang": "en", "dir": "ltr"}


def test_pronouns_are_never_guessed():
    def gender(pronouns):
        return values(People((Carer("A", "A", "A", pronouns),)), "Kim")["gender"]

    assert [gender(one) for one in ("she/her", "He", "they", "", None, "ze/zir")] == [
        "female",
        "male",
        "other",
        "other",
        "other",
        "other",
    ]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{ $baby", "not one sentence"),
        ("", "not one sentence"),
        ("{ $bayb }", "Nobody fills in { $bayb }"),
        ("Hello", "{ $baby } is missing"),
        ("{ $babies ->\n    [one] a\n   *[other] b\n}", "{ $baby } is missing"),
        ("{ turn-on } { $baby }", "refers to no other"),
        ("{ NUMBER($baby) } { $baby }", "calls nothing"),
        ("x" * 5000, "too long"),
    ],
)
def test_a_translation_that_is_not_right_is_told_what_is_wrong(source, says):
    assert says in " ".join(faults(source, "Hello { $baby }"))


def test_make_check_lists_what_is_missing_and_fails_for_what_is_broken(
    tmp_path, monkeypatch, capsys
):
    shutil.copytree(of_files.DATA, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(of_files, "DATA", tmp_path)
    of_files.sentences.cache_clear()
    try:
        file = tmp_path / "ur" / "parts.ftl"
        text = file.read_text("utf-8")
        file.write_text(re.sub("(?m)^turn-on = .*$", "", text), "utf-8")
        assert check.main() == 0
        assert "  turn-on" in capsys.readouterr().out
        of_files.sentences.cache_clear()
        file.write_text(text.replace("turn-on = ", "turn-on = { $nobody } "), "utf-8")
        assert check.main() == 1
        assert "Urdu, turn-on: Nobody fills in { $nobody }" in capsys.readouterr().err
        of_files.sentences.cache_clear()
        file.write_text(text + "this is no sentence\n", "utf-8")
        assert check.main() == 1
        assert "parts.ftl, line " in capsys.readouterr().err
    finally:
        of_files.sentences.cache_clear()


def test_the_shipped_languages_pass(capsys):
    assert check.main() == 0
    told = capsys.readouterr().out
    assert all(one.name in told for one in LANGUAGES.values())
    assert f"{ENGLISH.name}: {len(sentences('en'))} sentences" in told
