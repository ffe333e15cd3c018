"""Tell the gender of the subject from a Slavic verb in the past: "сообщил" is he, "сообщила" she, "сообщило" it.

In: a cue and a language. Out: a gender, or `None` where the form tells none.
"""

from __future__ import annotations

import re

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text

_STEMS = {"pl": "ł", "cs": "l", "uk": "в|л", "ru": "л"}
_GENDERS = {"": "masculine", "a": "feminine", "а": "feminine", "o": "neuter", "о": "neuter"}
_SELF = {"uk": "(?:ся|сь)?", "ru": "(?:ся|сь)?"}
_FORMS = {lang: re.compile(rf"\w{{2,}}(?:{stem})(?P<ending>[aоoа]?){_SELF.get(lang, '')}") for lang, stem in _STEMS.items()}


def gender_of_past(cue: str, lang: str) -> str | None:
    """Return the gender that the first word of a cue which is a verb in the past tells."""
    form = _FORMS.get(primary_subtag(lang))
    found = (form.fullmatch(word) for word in fold_text(cue, lang).split()) if form else ()
    return next((_GENDERS[match["ending"]] for match in found if match), None)
