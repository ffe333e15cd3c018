"""The network: the base encoder in PyTorch with tag, link and vector heads."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encode.tags import GAP_BUCKETS, LAYERS, LINK_WIDTH, RELATIONS, layer_width
from training.base_model import BaseModel
from training.chain import Chain

LOGITS = sum(map(layer_width, LAYERS.values()))


class Block(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, width: int, heads: int, feed_forward: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, feed_forward), nn.Linear(feed_forward, width)
        self.aln, self.oln = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: (batch, tokens, width); mask: (batch, 1, 1, tokens) additive."""
        batch, size, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, size, self.heads, width // self.heads).transpose(1, 2)

        rate = self.dropout if self.training else 0.0
        attended = functional.scaled_dot_product_attention(split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask)
        x = self.aln(x + functional.dropout(self.ao(attended.transpose(1, 2).reshape(batch, size, width)), rate))
        return self.oln(x + functional.dropout(self.fo(functional.gelu(self.fi(x))), rate))


class Network(nn.Module):
    """Token ids in; tag logits, link vectors and kept-close token vectors out."""

    def __init__(self, base: BaseModel, kept: list[int], dropout: float = 0.1) -> None:
        super().__init__()
        width = base.width
        scales = torch.from_numpy(base.word_scales[kept].astype("float32"))
        nibbles = torch.from_numpy(base.word_nibbles[kept].astype("float32")) - 8
        words = (nibbles.view(len(kept), -1, 32) * scales[..., None]).view(len(kept), width)
        self.word = nn.Embedding.from_pretrained(words, freeze=True)
        weights = {name: torch.from_numpy(value) for name, value in base.weights.items()}
        self.position = nn.Parameter((weights["emb.pos"].view(-1, width) + weights["emb.type"].view(-1, width)[0]).clone())
        self.eln = nn.LayerNorm(width, base.epsilon)
        self.blocks = nn.ModuleList(Block(width, base.heads, base.feed_forward, base.epsilon, dropout) for _ in range(base.layers))
        with torch.no_grad():
            self.eln.weight.copy_(weights["emb.ln.w"])
            self.eln.bias.copy_(weights["emb.ln.b"])
            for index, block in enumerate(self.blocks):
                for name in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                    layer = getattr(block, name)
                    layer.weight.copy_(weights[f"l{index}.{name}.w"])
                    layer.bias.copy_(weights[f"l{index}.{name}.b"])
        self.dropout = dropout
        self.tags = nn.Linear(width, LOGITS)
        self.links = nn.Linear(width, 4 * LINK_WIDTH)
        self.link_bias = nn.Parameter(torch.full((len(RELATIONS),), -1.0))
        self.link_gap = nn.Parameter(torch.zeros(len(RELATIONS), GAP_BUCKETS))
        self.chain = Chain()
        self.share_link_projections()
        self.vector = nn.Linear(width, width)
        with torch.no_grad():
            self.vector.weight.copy_(torch.eye(width))
            self.vector.bias.zero_()

    def share_link_projections(self) -> None:
        """Start dependents and heads of a family from the same projection: tokens of like context then already match."""
        with torch.no_grad():
            for family in (0, 2):
                left = slice(family * LINK_WIDTH, (family + 1) * LINK_WIDTH)
                right = slice((family + 1) * LINK_WIDTH, (family + 2) * LINK_WIDTH)
                self.links.weight[right] = self.links.weight[left]
                self.links.bias[right] = self.links.bias[left]

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return the last hidden states (batch, tokens, width); mask is 1 for tokens, 0 for padding."""
        x = self.eln(self.word(ids) + self.position[: ids.shape[1]])
        x = functional.dropout(x, self.dropout if self.training else 0.0)
        additive = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for block in self.blocks:
            x = block(x, additive.to(x.dtype))
        return x

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return (logits, links, vectors): (batch, tokens, LOGITS), (.., 4 x LINK_WIDTH), (.., width)."""
        hidden = self.encode(ids, mask)
        dropped = functional.dropout(hidden, self.dropout if self.training else 0.0)
        return self.tags(dropped), self.links(dropped), self.vector(hidden)
