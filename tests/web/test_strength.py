import pytest

from vigreview.web.strength import strength_of


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("", "Four or five words"),
        ("short words", "1 more character, please."),
        ("Xk9#qLm2", "4 more characters, please."),
        ("password1234", "close to words that are tried first"),
        ("aaaaaaaaaaaaaaaa", "Repeating"),
        ("qwertyuiopasdf", "tried"),
        ("Robin Marker", "tried first"),
        ("x" * 201, "no more than 200"),
    ],
)
def test_a_weak_passphrase_says_why_in_a_sentence(passphrase, why):
    judged = strength_of(passphrase, "Robin Marker")
    assert not judged.enough
    assert why in judged.sentence


def test_a_passphrase_that_is_just_enough_says_how_long_it_holds():
    judged = strength_of("velvet otter")
    assert (judged.score, judged.enough) == (3, True)
    assert judged.sentence.startswith("Just enough. With the tablet in hand")
    assert "hour" in judged.sentence


@pytest.mark.parametrize("passphrase", ["velvet otter ladder soup", "kvóta žlutá řeka 42 mraků"])
def test_words_that_do_not_belong_together_are_good(passphrase):
    judged = strength_of(passphrase)
    assert judged.enough
    assert judged.sentence == (
        "Good. With the tablet in hand, guessing it would take more than a lifetime."
    )
