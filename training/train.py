"""Train the network: PolNeAR for attributions, authored passages for every head; the vector head stays near the base model's.

python -m training.train --polnear attributions-en.jsonl --out training/runs/a --epochs 4
python -m training.train --init training/runs/a/last.pt --polnear ... --passages training/data --repeat 5 --out training/runs/b
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections import Counter
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.encode.tags import LAYERS, LINK_WIDTH, average_by_word, decode_spans, find_words, gap_bucket, layer_probabilities, layer_slices, outside_row
from onrecord.encode.windows import cut_windows
from onrecord.languages.readable import make_readable
from training.base_model import read_base_model
from training.chain import CHAINED
from training.examples import Example, Labelled, add_commitments, add_silver_entities, from_passage, from_polnear, make_batches, make_examples, pack_passages, read_polnear
from training.network import Network
from training.passages import read_passages
from training.vocabulary import build_tokenizer, kept_ids

UNKNOWN = -100
COMMON_FIGURES = ("money", "percent", "other", "killed")
RARE_WEIGHT = 4.0
"""Weight of the labels of figure kinds that are rare: without it nothing but the common ones is ever tagged."""
LAYER_WEIGHT = {"attribution": 1.0, "force": 1.0, "condition": 1.0, "party": 0.7, "entity": 0.7, "figure": 0.7}


def pad(rows: list[list[int]], fill: int) -> Tensor:
    """Return rows as one tensor, padded at the end."""
    size = max(map(len, rows))
    return torch.tensor([row + [fill] * (size - len(row)) for row in rows])


def batch_loss(network: Network, teacher: Network | None, batch: list[Example], slices: dict[str, slice], chain: float) -> tuple[Tensor, dict[str, float]]:
    """Return the summed loss of a batch and its parts."""
    ids = pad([e.ids for e in batch], 1)
    mask = pad([[1] * len(e.ids) for e in batch], 0)
    words = pad([e.words for e in batch], -1)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, links, vectors = network(ids, mask)
        target = teacher.encode(ids, mask) if teacher is not None else None
    logits, links = logits.float(), links.float()
    total = torch.zeros(())
    parts: dict[str, float] = {}
    for layer, where in slices.items():
        rows = [e.labels.get(layer, [UNKNOWN] * len(e.ids)) for e in batch]
        labels = pad(rows, UNKNOWN)
        if bool((labels != UNKNOWN).any()):
            loss = functional.cross_entropy(logits[..., where].reshape(-1, where.stop - where.start), labels.reshape(-1), ignore_index=UNKNOWN, weight=label_weights(layer))
            total = total + LAYER_WEIGHT[layer] * loss
            parts[layer] = float(loss.detach())
            if layer in CHAINED and chain > 0:
                known = torch.tensor([layer in e.labels for e in batch])
                loss = network.chain.loss(layer, logits[known][..., where], words[known], labels[known])
                total = total + LAYER_WEIGHT[layer] * chain * loss
                parts[f"{layer}_path"] = float(loss.detach())
    pairs = [(row, *link) for row, e in enumerate(batch) for link in e.links]
    if pairs:
        row, relation, d1, d2, h1, h2, holds = torch.tensor(pairs).T
        family = (relation >= 3).long() * 2 * LINK_WIDTH
        columns = torch.arange(LINK_WIDTH)
        dependent = (links[row, d1] + links[row, d2]).gather(1, family[:, None] + columns) / 2
        head = (links[row, h1] + links[row, h2]).gather(1, family[:, None] + LINK_WIDTH + columns) / 2
        gaps = torch.tensor([gap_bucket((d1, d2), (h1, h2)) for _, _, d1, d2, h1, h2, _ in pairs])
        score = (dependent * head).sum(1) / LINK_WIDTH**0.5 + network.link_bias[relation] + network.link_gap[relation, gaps]
        loss = functional.binary_cross_entropy_with_logits(score, holds.float())
        total = total + loss
        parts["link"] = float(loss.detach())
        parts["link_accuracy"] = float(((score > 0) == (holds > 0)).float().mean())
    if target is not None:
        chosen = mask.bool()
        loss = (1 - functional.cosine_similarity(vectors.float()[chosen], target.float()[chosen], dim=-1)).mean()
        total = total + 1.0 * loss
        parts["vector"] = float(loss.detach())
    return total, parts


def label_weights(layer: str) -> Tensor | None:
    """Return what each label of a layer counts in the loss, `None` when all count the same."""
    if layer != "figure":
        return None
    return torch.tensor([1.0] + [1.0 if tag in COMMON_FIGURES else RARE_WEIGHT for tag in LAYERS[layer] for _ in range(4)])


def read_labelled(folder: Path) -> list[Labelled]:
    """Return the passages of all `xx.txt` files of a folder."""
    return [from_passage(p) for f in sorted(folder.glob("??.txt")) for p in read_passages(f)]


def exact_scores(network: Network, items: list[Labelled], tokenizer, slices: dict[str, slice]) -> dict[str, dict[str, float]]:
    """Return exact-span precision, recall and F1 per layer and tag, over the pieces of `items`."""
    network.eval()
    hits: Counter[tuple[str, str]] = Counter()
    golds: Counter[tuple[str, str]] = Counter()
    guesses: Counter[tuple[str, str]] = Counter()
    jobs = [(item, window) for item in items for window in cut_windows(make_readable(item.text), tokenizer)]
    jobs.sort(key=lambda job: len(job[1].ids))
    found: dict[int, set[tuple[str, int, int, str]]] = {id(item): set() for item in items}
    with torch.no_grad():
        for at in range(0, len(jobs), 24):
            part = jobs[at : at + 24]
            ids = pad([list(w.ids) for _, w in part], 1)
            mask = pad([[1] * len(w.ids) for _, w in part], 0)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = network(ids, mask)[0].float()
            for row, (item, window) in enumerate(part):
                values = layer_probabilities(logits[row, : len(window.ids)].numpy())
                table = average_by_word(values, window.offsets, find_words(item.text, window.start, window.end), outside_row())
                for layer in item.known:
                    for span in decode_spans(table, slices[layer], LAYERS[layer]):
                        found[id(item)].add((layer, span.start, span.end, span.tag))
    for item in items:
        gold = {(layer, s, e, tag) for layer, spans in item.spans.items() for s, e, tag in spans}
        for layer, _, _, tag in gold:
            golds[layer, tag] += 1
        for span in found[id(item)]:
            guesses[span[0], span[3]] += 1
            hits[span[0], span[3]] += span in gold
    result: dict[str, dict[str, float]] = {}
    for key in sorted(set(golds) | set(guesses)):
        p, r = hits[key] / max(guesses[key], 1), hits[key] / max(golds[key], 1)
        result["/".join(key)] = {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(200 * p * r / (p + r), 1) if p + r else 0.0, "n": golds[key]}
    network.train()
    return result


def main() -> None:
    """Train and write checkpoints, one an epoch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--passages", type=Path, help="folder with xx.txt files")
    parser.add_argument("--gold", type=Path, help="folder with held-out xx.txt files, scored after each epoch")
    parser.add_argument("--repeat", type=int, default=5, help="times the passages are seen an epoch")
    parser.add_argument("--polnear-share", type=float, default=1.0, help="share of the PolNeAR windows seen an epoch")
    parser.add_argument("--init", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fresh-links", action="store_true", help="start the link head anew")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--end-rate", type=float, default=0.0)
    parser.add_argument("--head-rate", type=float, default=1.0, help="the heads' rate as a multiple of the encoder's")
    parser.add_argument("--batch-tokens", type=int, default=3600)
    parser.add_argument("--hold", type=float, default=0.3, help="share of the steps after which the rate begins to fall")
    parser.add_argument("--hide", type=float, default=0.06, help="share of the tokens hidden from the model")
    parser.add_argument("--chain", type=float, default=0.5, help="weight of the loss of whole label paths, 0 = none")
    parser.add_argument("--decay", type=float, default=0.03, help="weight decay")
    parser.add_argument("--silver", type=Path, help="names another tagger found in PolNeAR, as `python -m training.silver_entities` writes them")
    parser.add_argument("--commitments", type=Path, help="commitments marked in PolNeAR: JSON Lines of ids and spans")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    base = read_base_model()
    kept = kept_ids(base.pieces)
    tokenizer = build_tokenizer([base.pieces[i] for i in kept])
    network = Network(base, kept)
    teacher = copy.deepcopy(network).eval()
    if args.init:
        missing, unexpected = network.load_state_dict(torch.load(args.init, weights_only=False)["network"], strict=False)
        print(f"missing {missing} unexpected {unexpected}", flush=True)
        if args.fresh_links:
            torch.nn.init.normal_(network.links.weight, std=0.05)
            network.share_link_projections()
    slices = layer_slices()
    polnear = [from_polnear(r) for r in read_polnear(args.polnear, "train")] if args.polnear else []
    polnear_dev = [from_polnear(r) for r in read_polnear(args.polnear, "dev")] if args.polnear else []
    if args.silver:
        silver = json.loads(args.silver.read_text(encoding="utf-8"))
        polnear = [add_silver_entities(item, silver[item.id]) if item.id in silver else item for item in polnear]
    if args.commitments:
        marked = {row["id"]: row["commitments"] for row in map(json.loads, args.commitments.read_text(encoding="utf-8").splitlines())}
        polnear = [add_commitments(item, marked[item.id]) if item.id in marked else item for item in polnear]
    gold = read_labelled(args.gold) if args.gold else []
    print(f"polnear {len(polnear)} dev {len(polnear_dev)} gold {len(gold)} vocabulary {len(kept)}", flush=True)

    def epoch_batches() -> list[list[Example]]:
        examples = [e for item in polnear for e in make_examples(item, tokenizer, rng, args.hide)]
        if args.polnear_share < 1:
            examples = rng.sample(examples, int(len(examples) * args.polnear_share))
        passages = read_labelled(args.passages) if args.passages else []  # anew each epoch: a corrected file counts from the next one on
        for _ in range(args.repeat):
            examples += [e for item in pack_passages(passages, rng) for e in make_examples(item, tokenizer, rng, args.hide)]
        print(f"passages {len(passages)} windows {len(examples)}", flush=True)
        return make_batches(examples, args.batch_tokens, rng)

    encoder = [p for n, p in network.named_parameters() if p.requires_grad and not n.startswith(("tags", "link", "vector", "chain"))]
    heads = [p for n, p in network.named_parameters() if n.startswith(("tags", "links", "vector"))]
    scalars = [network.link_bias, network.link_gap]
    steps = list(network.chain.parameters())
    groups = [(steps, 10 * args.head_rate), (encoder, 1.0), (heads, args.head_rate), (scalars, 30 * args.head_rate)]
    optimizer = torch.optim.AdamW([{"params": group} for group, _ in groups], weight_decay=args.decay, betas=(0.9, 0.98))
    batches = epoch_batches()
    total = len(batches) * args.epochs
    step, started = 0, time.time()

    def rate(at: int) -> float:
        warm = min(1.0, (at + 1) / (0.06 * total))
        return warm * (args.end_rate + (args.rate - args.end_rate) * max(0.0, min(1.0, (1 - at / total) / (1 - args.hold))))

    for epoch in range(args.epochs):
        if epoch:
            batches = epoch_batches()
            total = step + len(batches) * (args.epochs - epoch)
        seen: Counter[str] = Counter()
        sums: Counter[str] = Counter()
        for batch in batches:
            now = rate(step)
            for settings, (_, factor) in zip(optimizer.param_groups, groups, strict=True):
                settings["lr"] = now * factor
            loss, parts = batch_loss(network, teacher if step % 4 == 0 else None, batch, slices, args.chain)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            for name, value in parts.items():
                seen[name] += 1
                sums[name] += value
            if step % 50 == 0:
                means = {name: round(sums[name] / seen[name], 4) for name in sums}
                print(f"epoch {epoch} step {step}/{total} {time.time() - started:.0f}s rate {now:.2e} {json.dumps(means)}", flush=True)
                seen.clear()
                sums.clear()
        torch.save({"network": network.state_dict(), "kept": kept, "args": vars(args) | {"epoch": epoch}}, args.out / "last.pt")
        for name, items in (("polnear dev", polnear_dev), ("gold", gold)):
            if items:
                print(f"epoch {epoch} {name} {json.dumps(exact_scores(network, items, tokenizer, slices))}", flush=True)


if __name__ == "__main__":
    main()
