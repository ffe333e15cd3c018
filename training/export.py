"""Write the trained network as one ONNX file with 4-bit word embeddings and int8 matrices, tokenizer and card data inside.

    python -m training.export --checkpoint training/runs/b/last.pt --out src/onrecord/encode/model.onnx [--float]

The graph is made for speed on a CPU: ONNX Runtime's own DynamicQuantizeMatMul for the matrices, the standard's Attention and Gelu. The embeddings
are the base model's 4-bit blocks; they are unpacked by plain operators, in a seventh of the time that GatherBlockQuantized takes.
"""

from __future__ import annotations

import argparse
import json
import zlib
from base64 import b64encode
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from onrecord.encode.tags import LAYERS, LINK_WIDTH, RELATIONS, layer_slices
from training.base_model import BaseModel, read_base_model
from training.network import Network
from training.vocabulary import build_tokenizer

DOMAIN = "com.microsoft"


class Graph:
    """Collects nodes and weights of the ONNX graph."""

    def __init__(self, *, quantize: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.quantize = quantize

    def weight(self, name: str, value: np.ndarray) -> str:
        """Add a constant and return its name."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        """Add a node with one output and return the output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def linear(self, source: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Add `source @ weight.T + bias`; int8 by column when quantizing."""
        columns = weight.T.astype(np.float32)  # (in, out)
        if not self.quantize:
            out = self.add("MatMul", [source, self.weight(f"{name}.w", columns)], f"{name}.mm")
            return self.add("Add", [out, self.weight(f"{name}.b", bias)], f"{name}.out")
        scale = np.maximum(np.abs(columns).max(axis=0) / 127.0, 1e-12).astype(np.float32)
        values = np.clip(np.rint(columns / scale), -127, 127).astype(np.int8)
        inputs = [source, self.weight(f"{name}.w", values), self.weight(f"{name}.s", scale), "", self.weight(f"{name}.b", bias.astype(np.float32))]
        return self.add("DynamicQuantizeMatMul", inputs, f"{name}.out", DOMAIN)


def pack_words(base: BaseModel, kept: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Return the kept embeddings as bytes (rows, width / 2), the left half of a row in the low and the right half in the high bits, and float16 scales (rows, width / 32)."""
    nibbles, half = base.word_nibbles[kept], base.width // 2
    packed = (nibbles[:, :half] | (nibbles[:, half:] << 4)).astype(np.uint8)
    return packed, base.word_scales[kept].astype(np.float16)


def add_words(graph: Graph, packed: np.ndarray, scales: np.ndarray, width: int) -> str:
    """Add what looks up the packed embeddings of `ids` and return the name of the result, float32 (batch, tokens, width)."""
    rows = graph.add("Gather", [graph.weight("words", packed), "ids"], "packed")
    low = graph.add("BitwiseAnd", [rows, graph.weight("low_bits", np.array([15], np.uint8))], "low")
    high = graph.add("BitShift", [rows, graph.weight("four", np.array([4], np.uint8))], "high", direction="RIGHT")
    steps = graph.add("Cast", [graph.add("Concat", [low, high], "steps", axis=-1)], "unsigned", to=TensorProto.FLOAT)
    signed = graph.add("Sub", [steps, graph.weight("eight", np.array([8], np.float32))], "signed")
    blocks = graph.add("Reshape", [signed, graph.weight("as_blocks", np.array([0, 0, -1, width // scales.shape[1]], np.int64))], "blocks")
    scale = graph.add("Cast", [graph.add("Gather", [graph.weight("words.scale", scales), "ids"], "scale")], "scale32", to=TensorProto.FLOAT)
    scaled = graph.add("Mul", [blocks, graph.add("Unsqueeze", [scale, graph.weight("axis3", np.array([3], np.int64))], "by_block")], "scaled")
    rounded = graph.add("Cast", [graph.add("Cast", [scaled], "half", to=TensorProto.FLOAT16)], "rounded", to=TensorProto.FLOAT)  # as GatherBlockQuantized rounds
    return graph.add("Reshape", [rounded, graph.weight("as_rows", np.array([0, 0, width], np.int64))], "embedded")


def build_graph(network: Network, base: BaseModel, kept: list[int], *, quantize: bool) -> onnx.ModelProto:
    """Return the ONNX model: ids int32 (batch, tokens), windows of one length without padding -> logits, links, vectors."""
    state = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    graph = Graph(quantize=quantize)
    words = add_words(graph, *pack_words(base, kept), base.width) if quantize else graph.add("Gather", [graph.weight("words", state["word.weight"]), "ids"], "embedded")
    graph.weight("zero", np.array([0], np.int64))
    graph.weight("one", np.array([1], np.int64))
    graph.weight("axis0", np.array([0], np.int64))
    shape = graph.add("Shape", ["ids"], "shape")
    size = graph.add("Slice", [shape, "one", graph.weight("two", np.array([2], np.int64)), "axis0"], "size")
    positions = graph.add("Slice", [graph.weight("positions", state["position"]), "zero", size, "axis0"], "position")
    total = graph.add("Add", [words, positions], "summed")

    def norm(name: str, source: str, skip: str | None) -> str:
        gamma, beta = graph.weight(f"{name}.g", state[f"{name}.weight"]), graph.weight(f"{name}.beta", state[f"{name}.bias"])
        if skip is not None:  # SkipLayerNormalization does both, but takes five times as long
            source = graph.add("Add", [source, skip], f"{name}.sum")
        return graph.add("LayerNormalization", [source, gamma, beta], f"{name}.out", axis=-1, epsilon=base.epsilon)

    x = norm("eln", total, None)
    for k in range(base.layers):
        name = f"blocks.{k}"
        both = np.concatenate([state[f"{name}.{part}.weight"] for part in "qkv"])
        both_bias = np.concatenate([state[f"{name}.{part}.bias"] for part in "qkv"])
        qkv = graph.linear(x, f"{name}.qkv", both, both_bias)
        graph.nodes.append(helper.make_node("Split", [qkv], [f"{name}.{part}" for part in "qkv"], axis=-1, num_outputs=3))
        attended = graph.add("Attention", [f"{name}.q", f"{name}.k", f"{name}.v"], f"{name}.att", q_num_heads=base.heads, kv_num_heads=base.heads)
        out = graph.linear(attended, f"{name}.ao", state[f"{name}.ao.weight"], state[f"{name}.ao.bias"])
        x = norm(f"{name}.aln", x, out)
        inner = graph.linear(x, f"{name}.fi", state[f"{name}.fi.weight"], state[f"{name}.fi.bias"])
        active = graph.add("Gelu", [inner], f"{name}.gelu")
        x = norm(f"{name}.oln", x, graph.linear(active, f"{name}.fo", state[f"{name}.fo.weight"], state[f"{name}.fo.bias"]))
    graph.quantize = False  # the heads are small: keep them exact
    for head, output in (("tags", "logits"), ("links", "links"), ("vector", "vectors")):
        graph.add("Identity", [graph.linear(x, head, state[f"{head}.weight"], state[f"{head}.bias"])], output)
    ids = helper.make_tensor_value_info("ids", TensorProto.INT32, ["batch", "tokens"])
    widths = {"logits": state["tags.weight"].shape[0], "links": 4 * LINK_WIDTH, "vectors": base.width}
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", "tokens", w]) for n, w in widths.items()]
    body = helper.make_graph(graph.nodes, "onrecord", [ids], outputs, initializer=graph.weights)
    return helper.make_model(body, opset_imports=[helper.make_opsetid("", 23), helper.make_opsetid(DOMAIN, 1)], ir_version=11)


def shift_outside(network: Network, shifts: dict[str, str]) -> None:
    """Add to the logit of "outside" of each layer named: what moves precision against recall, settled on development data."""
    with torch.no_grad():
        for layer, shift in shifts.items():
            network.tags.bias[layer_slices()[layer].start] += float(shift)


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--outside", nargs="*", default=[], metavar="LAYER=SHIFT", help="added to the logit of standing outside every span: below 0 more is found, less surely")
    parser.add_argument("--float", action="store_true", help="full precision, for comparison only")
    args = parser.parse_args()
    base = read_base_model()
    saved = torch.load(args.checkpoint, weights_only=False)
    kept = saved["kept"]
    network = Network(base, kept)
    network.load_state_dict(saved["network"], strict=False)
    network.eval()
    shift_outside(network, dict(word.split("=") for word in args.outside))
    model = build_graph(network, base, kept, quantize=not args.float)
    tokenizer = build_tokenizer([base.pieces[i] for i in kept]).to_str()
    card = {
        "version": args.version, "outside": args.outside, "layers": LAYERS, "relations": RELATIONS, "link_width": LINK_WIDTH,
        "link_bias": [float(v) for v in network.link_bias.detach()], "link_gap": [[float(v) for v in row] for row in network.link_gap.detach()],
    }  # fmt: skip
    helper.set_model_props(model, {"onrecord": json.dumps(card), "tokenizer": b64encode(zlib.compress(tokenizer.encode(), 9)).decode()})
    args.out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(args.out))
    print(f"{args.out}: {args.out.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
