"""Write the trained network as one ONNX file with 4-bit word embeddings and int8 matrices, tokenizer and card data inside.

    python -m training.export --checkpoint training/runs/b/last.pt --out src/onrecord/encode/model.onnx [--float]

The graph uses ONNX Runtime's own operators (`com.microsoft`): GatherBlockQuantized for the embeddings (the base
model's blocks, bit for bit), DynamicQuantizeMatMul, MultiHeadAttention, BiasGelu.
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

    def linear(self, source: str, name: str, weight: np.ndarray, bias: np.ndarray | None) -> str:
        """Add `source @ weight.T + bias`; int8 by column when quantizing."""
        columns = weight.T.astype(np.float32)  # (in, out)
        if not self.quantize:
            out = self.add("MatMul", [source, self.weight(f"{name}.w", columns)], f"{name}.mm")
            return out if bias is None else self.add("Add", [out, self.weight(f"{name}.b", bias)], f"{name}.out")
        scale = np.maximum(np.abs(columns).max(axis=0) / 127.0, 1e-12).astype(np.float32)
        values = np.clip(np.rint(columns / scale), -127, 127).astype(np.int8)
        inputs = [source, self.weight(f"{name}.w", values), self.weight(f"{name}.s", scale), ""]
        if bias is not None:
            inputs.append(self.weight(f"{name}.b", bias.astype(np.float32)))
        return self.add("DynamicQuantizeMatMul", inputs, f"{name}.out", DOMAIN)


def pack_words(base: BaseModel, kept: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Return the kept embeddings as packed uint4 (rows, width / 2) and float32 scales (rows, width / 32)."""
    nibbles = base.word_nibbles[kept]
    packed = (nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)).astype(np.uint8)
    return packed, base.word_scales[kept].astype(np.float32)


def build_graph(network: Network, base: BaseModel, kept: list[int], *, quantize: bool) -> onnx.ModelProto:
    """Return the ONNX model: ids int32 (batch, tokens), windows of one length without padding -> logits, links, vectors."""
    state = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    graph = Graph(quantize=quantize)
    if quantize:
        packed, scales = pack_words(base, kept)
        table = helper.make_tensor("words", TensorProto.UINT4, (len(kept), base.width), packed.tobytes(), raw=True)
        graph.weights.append(table)
        zeros = helper.make_tensor(
            "words.zero", TensorProto.UINT4, (len(kept), base.width // 32), np.full((len(kept) * base.width // 32 + 1) // 2, 0x88, np.uint8).tobytes(), raw=True
        )
        graph.weights.append(zeros)
        scale = graph.weight("words.scale", scales.astype(np.float16))
        half = graph.add("GatherBlockQuantized", ["words", "ids", scale, "words.zero"], "half", DOMAIN, block_size=32, gather_axis=0, quantize_axis=1)
        words = graph.add("Cast", [half], "embedded", to=TensorProto.FLOAT)
    else:
        words = graph.add("Gather", [graph.weight("words", state["word.weight"]), "ids"], "embedded")
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
        attended = graph.add("MultiHeadAttention", [f"{name}.q", f"{name}.k", f"{name}.v"], f"{name}.att", DOMAIN, num_heads=base.heads)
        out = graph.linear(attended, f"{name}.ao", state[f"{name}.ao.weight"], state[f"{name}.ao.bias"])
        x = norm(f"{name}.aln", x, out)
        inner = graph.linear(x, f"{name}.fi", state[f"{name}.fi.weight"], None)
        active = graph.add("BiasGelu", [inner, graph.weight(f"{name}.fi.bias", state[f"{name}.fi.bias"])], f"{name}.gelu", DOMAIN)
        x = norm(f"{name}.oln", x, graph.linear(active, f"{name}.fo", state[f"{name}.fo.weight"], state[f"{name}.fo.bias"]))
    graph.quantize = False  # the heads are small: keep them exact
    for head, output in (("tags", "logits"), ("links", "links"), ("vector", "vectors")):
        graph.add("Identity", [graph.linear(x, head, state[f"{head}.weight"], state[f"{head}.bias"])], output)
    ids = helper.make_tensor_value_info("ids", TensorProto.INT32, ["batch", "tokens"])
    widths = {"logits": state["tags.weight"].shape[0], "links": 4 * LINK_WIDTH, "vectors": base.width}
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", "tokens", w]) for n, w in widths.items()]
    body = helper.make_graph(graph.nodes, "onrecord", [ids], outputs, initializer=graph.weights)
    return helper.make_model(body, opset_imports=[helper.make_opsetid("", 21), helper.make_opsetid(DOMAIN, 1)], ir_version=10)


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
