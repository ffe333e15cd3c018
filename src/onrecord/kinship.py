"""The records that articles are compared by, and what two of them have in common: kept so that nothing is compared twice.

In a store they stand beside the records of `records`, which see for what all records share. Keys are unsigned 64-bit numbers
(`ids.make_key`), little-endian, packed; weights float32, vectors float16.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import DateRange, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What a telling, by its id `of`, is compared with others by; `attribution` is the id of the one it is, or is a sentence of.

    `country` is the one that its speaker speaks for (ISO code), where the article tells it. `form` is the same for tellings in the same words. `forces` are coarse forces of its commitments, `acts` their forces. `stems`, `names` and `numbers` are
    keys, ascending. `size` counts content words, `words` holds a vector of each (float16 rows), `outcome` a byte for each row, 1 where the word stands in what is to come of a commitment.
    `part` is the part of its article that it stands in: `headline`, `subhead`, `lead` (the first paragraph of the text) or `text`. `told_by` is the day after the one on which its article
    appeared, or was last changed; `None` where that is not known.
    `stances` tell for each of its commitments whether it is for or against its act, and how it hangs on conditions (`statements/contrary.py`).
    `is_taken_up` tells that its speaker's name stands in another sentence and a pronoun, or nothing, in its own; `is_unnamed` that somebody without a name says it, by an office or otherwise.
    `is_counted` says that the day on which it was said is not written out with a number but counted from the day on which its article appeared ("on Sunday", "yesterday").
    `is_group` says that people without a name say it who are somebody else than any one named person ("opponents of the dam", "a source close to the firm"); `bodies` are the kinds that
    the words for a source which is no person with a name are of (`statements/bodies.py`).
    `anew_from` is the first day on which it can have been said where the telling calls it said again, or otherwise than before, and gives no day (`statements/anew.py`).
    `leads` is the id of the quotation of its article that it leads in, or sums up (`statements/leads.py`).
    """

    of: str
    attribution: str | None
    span: Span
    type: str
    speaker: str | None
    is_institution: bool
    country: str | None
    said_at: DateRange | None
    weekday: int | None
    occasion: str | None
    form: str
    forces: tuple[str, ...]
    stems: bytes
    names: bytes
    numbers: bytes
    size: int
    words: bytes
    acts: tuple[str, ...] = ()
    outcome: bytes = b""
    part: str = "text"
    told_by: str | None = None
    stances: tuple[str, ...] = ()
    is_taken_up: bool = False
    is_unnamed: bool = False
    is_counted: bool = False
    is_group: bool = False
    anew_from: str | None = None
    bodies: tuple[str, ...] = ()
    leads: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A condition of a commitment that later news is searched for: its words' stems, each with its rarity (0 to 1). `telling` is the id of the telling (an utterance) that sets it.

    For news in other languages: bridges (`statements/bridges.py`) of its `names`, its `numbers`, and of each word of its `matter`.
    A condition without a name that tells the stage of an event has the event's stem and bridges in `event`; a condition without a name has in `ground` the bridges of the names in the telling.
    `acts` are the stems and degrees (`statements/happened.py`) of the words that may be the verb of a condition that tells no stage; `is_negated` says that it waits for something not to be so, with a "not" or
    as a state (`is_state`) that the deed in `acts` would end. `joined` are pairs of things joined with "and", each by the keys of both sides;
    `verb` are the stems of the words that name its act, or the stage of its event, in whatever form, as a passage may do in another; `staged` is the stem of the event whose stage it
    tells, whomever it names.
    """

    telling: str
    commitment: str
    condition: Span
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    matter: tuple[tuple[str, ...], ...] = ()
    event: tuple[str, ...] = ()
    ground: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    is_negated: bool = False
    is_state: bool = False
    joined: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    verb: tuple[str, ...] = ()
    staged: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """All of an article that it is compared with other articles by. Identity: article.

    `form` is the same for texts that are all but the same and of one day. `terms` and `names` are index keys (unsigned 64 bit,
    ascending) with weights beside them (float32, the whole at unit length); `runs` are hashes of runs of five words (unsigned
    64 bit, ascending), `pairs` of two (32 bit); `vector` is the mean sentence vector (float16, narrowed, empty without
    one), `width` that of the word vectors in `gists`. The fields that end in `_keys` find the article:
    by its story, its words, by what it says of later events, by what its speakers commit to. `sentences` holds a vector of each sentence
    of some length (float16 rows as wide as `vector`), `sentence_words` how many words each has (16 bit), `numbers` keys of the numbers in the text.
    `asides` are the sentences that the article attributes to nobody, as gists without vectors: another may say whose words they are.
    `is_sourced` tells that the article says where it has its news from: outlet, address, agency, author, or a reporter who heard it; `published_at` when it was published,
    to the second where that is known, `is_agency` that its outlet is a news agency.
    `places` are the bridges of all places that the text names where one of its `watches` names nobody: news of the same event elsewhere is not about it.
    `told_days` are the ordinals of the single days that the text names (32 bit, ascending).
    `passages` are keys of the article's longer sentences in text order, `passage_words` how many words each has (16 bit), `word_count` how many the whole text has; `term_places` and
    `name_places` tell for each of `terms` and `names` which passage alone it stands in (16 bit, the highest number where there is none or several), `run_places` for each of `run_keys`
    in which two passages it begins and ends.
    """

    article: str
    name: str
    lang: str | None
    outlet: str | None
    published: DateRange | None
    agencies: tuple[str, ...]
    form: str
    terms: bytes
    term_weights: bytes
    names: bytes
    name_weights: bytes
    runs: bytes
    pairs: bytes
    vector: bytes
    width: int
    story_keys: bytes
    run_keys: bytes
    passage_keys: bytes
    condition_keys: bytes
    position_keys: bytes
    gists: tuple[Gist, ...]
    watches: tuple[Watch, ...]
    made_by: str
    sentences: bytes = b""
    sentence_words: bytes = b""
    numbers: bytes = b""
    asides: tuple[Gist, ...] = ()
    is_sourced: bool = True
    told_days: bytes = b""
    published_at: str | None = None
    is_agency: bool = False
    passages: bytes = b""
    passage_words: bytes = b""
    word_count: int = 0
    term_places: bytes = b""
    name_places: bytes = b""
    run_places: bytes = b""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beacon:
    """Marks the article that stands for all of its form in comparisons, and finds it by `keys` (unsigned 64 bit). Identity: article.

    `day` is the ordinal of its publication date, 0 without one. Under the keys of its `positions`, `conditions` and `passages` it stands at
    a `place`, which orders articles by day; articles of one day stand in an order that means nothing. So it does under those of `prints`, the passages that its outlet prints in it.
    """

    article: str
    keys: bytes
    day: int
    place: int = 0
    positions: bytes = b""
    conditions: bytes = b""
    passages: bytes = b""
    prints: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """What two articles have in common. Identity: left, right; `left` is the smaller id, both are the same for an article with itself.

    `likeness` says how surely they are of one story, `coverage` the share of each one's runs of words that the other holds, `shared`
    how many utterances both tell, `is_apart` that they report speeches of one speaker on two days,
    `is_one_form` that one stands for the other. `echoes` are tellings (indexes into
    `Sketch.gists`, behind them into `Sketch.asides`) that may well be one utterance: rows of left, right and probability in ten-thousandths (unsigned 32 bit); those below a
    negligible probability are left out.
    """

    id: str
    left: str
    right: str
    likeness: float
    coverage: tuple[float, float]
    shared: int
    is_apart: bool
    is_one_form: bool
    echoes: bytes
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Which renderings of a statement were set side by side for differences. Identity: the statement's, whose id it has.

    `pairs` are rows of two indexes into `Statement.renderings` (unsigned 32 bit).
    """

    id: str
    pairs: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Telling `later` takes up what telling `earlier` (utterance ids) commits to; made `Restatement`s when read. Identity: earlier, later, commitments.

    `left` and `right` are the ids of their articles, the smaller one first; `spans` the words in each that show it; `commitments` the ids of the earlier one and of the
    later one, `None` where that only gives up. `alike` is true where the two are one position also when nobody knows which is the earlier one: one speaker for sure,
    one holder, one kind of commitment, surely alike.
    """

    id: str
    left: str
    right: str
    earlier: str
    later: str
    likeness: float
    relation: str
    reason: str
    made_by: str
    spans: tuple[Span | None, Span | None] = (None, None)
    alike: bool = False
    commitments: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A passage about a condition of what one telling commits to; made a `Sign` when read. Identity: article, span, commitment, condition.

    `article` and `span` are the passage; `teller` is the article of `telling` (an utterance id); `status` as in `Sign`.
    """

    id: str
    article: str
    span: Span
    teller: str
    telling: str
    commitment: str
    condition: str
    status: str
    made_by: str
