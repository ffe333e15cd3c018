"""Trim the base vocabulary to the scripts that onrecord supports and build its tokenizer.

In: the base pieces with scores. Out: kept piece ids (old numbering, ascending) and a `tokenizers.Tokenizer` in the new numbering.
"""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


def is_supported(char: str) -> bool:
    """True for Latin (European), Greek and Cyrillic letters, digits, punctuation and symbols of news text."""
    code = ord(char)
    return (
        code < 0x180 or 0x218 <= code <= 0x21B or 0x370 <= code < 0x460 or char in "ґҐ▁"
        or 0x2000 <= code < 0x2070 or 0x20A0 <= code < 0x20C0 or 0x2100 <= code < 0x2200 or code == 0x2212
    )  # fmt: skip


def kept_ids(pieces: Sequence[tuple[str, float]]) -> list[int]:
    """Return the old ids of the pieces that stay, in ascending order; the four special ones keep ids 0 to 3."""
    return [i for i, (piece, _) in enumerate(pieces) if piece in SPECIAL or (piece != "<mask>" and all(map(is_supported, piece)))]


def build_tokenizer(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """Return the Unigram tokenizer over `pieces` (already trimmed; id = position)."""
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(" {2,}", " ")])
    quotes = Regex("▁?[\"“”„‟«»‹›‘’‚'()\\[\\]]")  # alone, so that a span can end between a comma and a closing mark
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always"), pre_tokenizers.Split(quotes, "isolated")])
    return tokenizer
