"""`python -m vigreview.languages`: what each language lacks, and which sentences are broken."""

import sys

from vigreview.languages.sentences import ENGLISH, LANGUAGES, Broken, faults, sentences


def main() -> int:
    """List what every language lacks; return 1 where a sentence is broken, which is told too."""
    broken = []
    for language in LANGUAGES.values():
        try:
            english, there = sentences(ENGLISH.code), sentences(language.code)
        except Broken as error:
            broken.append(f"{language.name}: {error}")
            continue
        lacking = [one for one in english if one not in there]
        print(f"{language.name}: {len(there)} sentences" + (", without:" if lacking else ""))
        print(*(f"  {one}" for one in lacking), sep="\n", end="\n" if lacking else "")
        for one in there.values():
            if one.id not in english:
                broken.append(f"{language.name}: nobody says {one.id}")
            else:
                wrong = faults(one.source, english[one.id].source)
                broken += [f"{language.name}, {one.id}: {fault}" for fault in wrong]
    for fault in broken:
        print(fault, file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
