"""Languages as people name them: also those that the screens do not speak."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from vigreview.languages.sentences import ENGLISH, LANGUAGES, Language


@lru_cache(256)
def tongue(named: str) -> Language:
    """Return the language that somebody means by a name, or by a code of ours.

    One that Unicode CLDR knows by its English name has its BCP 47 code; any other is called what
    they called it, and has none.
    """
    said = named.strip()
    for one in LANGUAGES.values():
        if said.casefold() in (one.code, one.name.casefold(), one.own_name.casefold()):
            return one
    code = _codes().get(said.casefold(), "")
    if code.partition("-")[0] == ENGLISH.code:
        return ENGLISH
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Language(code, said, said, "auto")
    own_name = locale.languages.get(str(locale)) or locale.get_display_name() or said
    return Language(code, said, own_name, locale.text_direction)


@lru_cache(1)
def _codes() -> dict[str, str]:
    """Return codes by the English names of their languages, British names first."""
    named = [Locale.parse(locale).languages for locale in ("en", "en_GB")]
    return {
        name.casefold(): code.replace("_", "-") for names in named for code, name in names.items()
    }
