"""Refit the vector head of a trained network: the linear map from its hidden states to the untuned encoder's that errs least.

python -m training.refit_vectors --checkpoint training/runs/fifth/last.pt --polnear attributions-en.jsonl --passages training/data --out training/runs/fifth/refit.pt

Training moves the encoder in every step and the head only slowly after it; solving for the head afterwards brings the vectors closer to
the base model's, by which renderings are compared across languages.
"""

from __future__ import annotations

import argparse
import copy
import random
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.encode.windows import cut_windows
from onrecord.languages.readable import make_readable
from training.base_model import read_base_model
from training.examples import from_polnear, pack_passages, read_polnear
from training.network import Network
from training.train import pad, read_labelled
from training.vocabulary import build_tokenizer

PASSAGES, DOCUMENTS, WINDOWS = 420, 60, 900
BATCH = 16
FITTED = 0.8
RIDGE = 1.0


def main() -> None:
    """Write the checkpoint with the refitted head; print the distance to the base model's vectors before and after, on held-out tokens."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rng = random.Random(0)
    base, saved = read_base_model(), torch.load(args.checkpoint, weights_only=False)
    tokenizer = build_tokenizer([base.pieces[i] for i in saved["kept"]])
    network = Network(base, saved["kept"])
    teacher = copy.deepcopy(network).eval()
    network.load_state_dict(saved["network"], strict=False)
    network.eval()
    items = pack_passages(read_labelled(args.passages), rng)
    documents = [from_polnear(record) for record in read_polnear(args.polnear, "train")]
    rng.shuffle(items)
    rng.shuffle(documents)
    windows = [window for item in items[:PASSAGES] + documents[:DOCUMENTS] for window in cut_windows(make_readable(item.text), tokenizer)]
    rng.shuffle(windows)
    hidden, wanted = [], []
    with torch.no_grad():
        for at in range(0, min(WINDOWS, len(windows)), BATCH):
            part = windows[at : at + BATCH]
            ids, mask = pad([list(w.ids) for w in part], 1), pad([[1] * len(w.ids) for w in part], 0)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                mine, theirs = network.encode(ids, mask), teacher.encode(ids, mask)
            hidden.append(mine[mask.bool()].float())
            wanted.append(theirs[mask.bool()].float())
    rows, targets = torch.cat(hidden), torch.cat(wanted)
    cut = int(len(rows) * FITTED)
    weight, bias = solve(rows[:cut], targets[:cut])
    before = distance(network.vector.weight.data, network.vector.bias.data, rows[cut:], targets[cut:])
    print(f"mean cosine distance to the base model's vectors: {before:.3f} -> {distance(weight, bias, rows[cut:], targets[cut:]):.3f}")
    saved["network"]["vector.weight"], saved["network"]["vector.bias"] = weight, bias
    torch.save(saved, args.out)


def solve(rows: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
    """Return weight and bias of the ridge regression of unit-length targets on rows, (tokens, width) each."""
    inputs = torch.cat([rows, torch.ones(len(rows), 1)], 1).double()
    outputs = functional.normalize(targets, dim=1).double()
    found = torch.linalg.solve(inputs.T @ inputs + RIDGE * torch.eye(inputs.shape[1], dtype=torch.double), inputs.T @ outputs).float()
    return found[:-1].T.contiguous(), found[-1].contiguous()


def distance(weight: Tensor, bias: Tensor, rows: Tensor, targets: Tensor) -> float:
    """Return the mean cosine distance of the mapped rows from the targets."""
    return float(1 - functional.cosine_similarity(rows @ weight.T + bias, targets).mean())


if __name__ == "__main__":
    main()
