"""The loss of whole label paths: a linear-chain conditional random field over the words of a window.

In: logits of tokens, labels of words. Out: the loss a word. The learned scores of one label after another serve training alone: in
decoding they moved precision to recall and gained nothing (`docs/quality.md`).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encode.tags import BEGIN, END, INSIDE, LAYERS, SINGLE, layer_width

CHAINED = ("attribution", "force", "condition", "party")
"""Layers whose spans are long or take turns; names and figures gain nothing from a chain."""
ILLEGAL = -30.0
SMALLEST = 1e-9
UNKNOWN = -100


def legal_steps(layer: str) -> Tensor:
    """Return (labels, labels), true where the second may follow the first: B, I* and E of one tag, or S; O between."""
    width = layer_width(LAYERS[layer])
    begin = 1 + 4 * torch.arange((width - 1) // 4)
    outer = torch.cat((torch.zeros(1, dtype=torch.long), begin + END, begin + SINGLE))
    entering = torch.cat((torch.zeros(1, dtype=torch.long), begin + BEGIN, begin + SINGLE))
    legal = torch.zeros(width, width, dtype=torch.bool)
    legal[outer[:, None], entering] = True
    for place in (BEGIN, INSIDE):
        for following in (INSIDE, END):
            legal[begin + place, begin + following] = True
    return legal


class Chain(nn.Module):
    """The scores of label steps, one matrix a layer; all zero at first, which is the plain legal path."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.ParameterDict({layer: nn.Parameter(torch.zeros(layer_width(LAYERS[layer]), layer_width(LAYERS[layer]))) for layer in CHAINED})
        self.legal = {layer: legal_steps(layer) for layer in CHAINED}

    def loss(self, layer: str, logits: Tensor, words: Tensor, labels: Tensor) -> Tensor:
        """Return the negative log likelihood of the label paths, in nats a word.

        Args:
            layer: one of `CHAINED`.
            logits: (batch, tokens, labels), float32.
            words: (batch, tokens) the word of each token, counted from 0 without gaps, -1 for none.
            labels: (batch, tokens) the label of each token's word, `UNKNOWN` for none.
        """
        batch, _, width = logits.shape
        sizes = words.amax(1) + 1
        most = max(int(sizes.max()), 1)
        place = torch.where(words < 0, most, words)
        sums = torch.zeros(batch, most + 1, width).scatter_add(1, place[..., None].expand(-1, -1, width), functional.softmax(logits, -1))
        counts = torch.zeros(batch, most + 1).scatter_add(1, place, torch.ones_like(place, dtype=torch.float32))
        emissions = (sums / counts.clamp(min=1)[..., None]).clamp(min=SMALLEST).log()[:, :most]
        gold = torch.zeros(batch, most + 1, dtype=torch.long).scatter(1, place, labels.clamp(min=0))[:, :most]
        steps = torch.where(self.legal[layer], self.steps[layer], torch.tensor(ILLEGAL))
        going = steps.exp()
        inside = torch.arange(most)[None] < sizes[:, None]
        before = functional.pad(gold[:, :-1], (1, 0))
        path = emissions.gather(2, gold[..., None])[..., 0] + steps[before, gold]
        last = gold.gather(1, (sizes - 1).clamp(min=0)[:, None])[:, 0]
        scored = (path * inside).sum(1) + steps[last, 0]
        alpha = steps[0] + emissions[:, 0]
        for at in range(1, most):
            top = alpha.amax(1, keepdim=True).detach()
            moved = ((alpha - top).exp() @ going).clamp(min=1e-30).log() + top + emissions[:, at]
            alpha = torch.where(inside[:, at, None], moved, alpha)
        every = torch.logsumexp(alpha + steps[:, 0], 1)
        known = sizes > 0
        return ((every - scored) * known).sum() / sizes.sum().clamp(min=1)
