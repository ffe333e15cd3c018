"""Learn the space in which words of tellings are compared, and how much each word matters there, from tellings of one utterance.

In: pairs of articles with the words of their tellings and which pairs tell one utterance. Out: a `Space` whose `told`, `weight` and `weight_bias` are learned.
The score that is learned with it is that of `statements/features.py` (best match of each word, averaged both ways) beside the other features; those weights are
thrown away, as `fit_match.py` fits them anew.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.statements.space import LEAST_WEIGHT, Space
from training.pairing import Pairing

EPOCHS = 6
TOGETHER = 8
"""Pairs of articles a step."""
RATE, HEAD_RATE, FALL = 2e-3, 2e-2, 0.7
NEAR = 5e-4
"""How strongly the learned directions are held near those they begin with."""
SEED = 7


class Likeness(nn.Module):
    """Gives the score of pairs of tellings; `features` is how many others each pair has."""

    def __init__(self, basis: np.ndarray, features: int) -> None:
        super().__init__()
        self.told = nn.Parameter(torch.from_numpy(basis.copy()))
        self.weight = nn.Parameter(torch.zeros(basis.shape[1]))
        self.weight_bias = nn.Parameter(torch.zeros(1))
        self.other = nn.Parameter(torch.zeros(features))
        self.best = nn.Parameter(torch.tensor([3.0, 2.0]))

    def forward(self, pairing: Pairing) -> Tensor:
        """Return one score a pair."""
        left, right = (functional.normalize(torch.from_numpy(words) @ self.told, dim=1) for words in (pairing.left, pairing.right))
        centre = torch.cat([left, right]).mean(0)
        left, right = (functional.normalize(words - centre, dim=1) for words in (left, right))
        matters = [torch.sigmoid(words @ self.weight + self.weight_bias) + LEAST_WEIGHT for words in (left, right)]
        rows, columns = (place_words(counts)[pairs] for counts, pairs in zip((pairing.left_counts, pairing.right_counts), pairing.pairs, strict=True))
        table = (left @ right.T)[rows.clamp(min=0)[:, :, None], columns.clamp(min=0)[:, None, :]]
        table = table.masked_fill(~((rows >= 0)[:, :, None] & (columns >= 0)[:, None, :]), -1.0)
        means = []
        for places, weights, axis in ((rows, matters[0], 2), (columns, matters[1], 1)):
            each = weights[places.clamp(min=0)] * (places >= 0)
            means.append((table.amax(axis) * each).sum(1) / each.sum(1).clamp(min=LEAST_WEIGHT))
        return torch.from_numpy(pairing.features) @ self.other + self.best[0] * torch.maximum(*means) + self.best[1] * torch.minimum(*means)


def place_words(counts: np.ndarray) -> Tensor:
    """Return for each telling the rows of its words, -1 behind the last."""
    starts = np.concatenate([[0], np.cumsum(counts)])
    places = np.full((len(counts), max(int(counts.max(initial=0)), 1)), -1)
    for telling, count in enumerate(counts):
        places[telling, :count] = np.arange(starts[telling], starts[telling] + count)
    return torch.from_numpy(places)


def learn_space(space: Space, pairings: Sequence[Pairing]) -> Space:
    """Return `space` with the words' part learned, from where they are."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    model = Likeness(space.told, pairings[0].features.shape[1])
    optimizer = torch.optim.Adam([{"params": [model.told, model.weight, model.weight_bias], "lr": RATE}, {"params": [model.other, model.best], "lr": HEAD_RATE}])
    begin = model.told.detach().clone()
    order = list(pairings)
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        total = 0.0
        for at in range(0, len(order), TOGETHER):
            part = order[at : at + TOGETHER]
            optimizer.zero_grad()
            losses = [functional.binary_cross_entropy_with_logits(model(p), torch.from_numpy(p.labels), reduction="sum") for p in part]
            loss = torch.stack(losses).sum() / sum(len(p.labels) for p in part) + NEAR * ((model.told - begin) ** 2).sum()
            loss.backward()
            optimizer.step()
            total += float(loss.detach())
        for group in optimizer.param_groups:
            group["lr"] *= FALL
        print(f"space: epoch {epoch} loss {total * TOGETHER / len(order):.4f}")
    with torch.no_grad():
        return replace(space, told=model.told.numpy().copy(), weight=model.weight.numpy().copy(), weight_bias=float(model.weight_bias))
