"""Write the mean of two checkpoints' weights.

    python -m training.mean_weights ONE.pt OTHER.pt --out training/runs/mean.pt

Two runs that began at the same weights often have a mean better than either (Izmailov and others 2018, "Averaging Weights Leads to Wider Optima and Better Generalization").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor


def mean_weights(one: dict[str, Tensor], other: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the mean of the numbers of two networks, name by name; what is no floating-point number is taken from the first.

    Raises:
        KeyError: if the second lacks a name of the first.
    """
    return {name: (value + other[name]) / 2 if value.is_floating_point() else value for name, value in one.items()}


def main() -> None:
    """Read two checkpoints and write a third."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", type=Path, nargs=2)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    one, other = (torch.load(path, weights_only=False) for path in args.checkpoints)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(one | {"network": mean_weights(one["network"], other["network"])}, args.out)


if __name__ == "__main__":
    main()
