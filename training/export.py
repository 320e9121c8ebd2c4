"""Writes a trained tagger as ONNX: large float tables are stored as 16-bit floats and widened when the file is loaded."""

import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# Smaller tensors are left as they are: nothing to gain.
LARGE = 1000
OPSET = 13
# torch keeps an LSTM's gates as input, forget, cell, output; ONNX as input, output, forget, cell.
GATES = (0, 3, 1, 2)


class Graph:
    """Grows an ONNX graph node by node."""

    def __init__(self):
        self.nodes, self.tensors = [], []

    def tensor(self, name, array):
        array = np.asarray(array, order="C")
        if array.dtype == np.float32 and array.size >= LARGE:
            self.tensors.append(numpy_helper.from_array(array.astype(np.float16), name + ".half"))
            return self.node("Cast", [name + ".half"], name, to=TensorProto.FLOAT)
        self.tensors.append(numpy_helper.from_array(array, name))
        return name

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def embed(self, column, index, table):
        return self.node("Gather", [table, index], column + ".embedded", axis=0)


def values(parameter):
    return parameter.detach().numpy().astype(np.float32)


def reordered(array):
    return np.concatenate([np.split(array, 4)[gate] for gate in GATES])


def embeddings(graph, model):
    parts = []
    for k, column in enumerate(model.columns):
        place = graph.tensor(f"{column}.column", np.array(k, dtype=np.int64))
        index = graph.node("Gather", ["features", place], f"{column}.index", axis=2)
        if column != "word":
            parts.append(graph.embed(column, index, graph.tensor(column, values(model.tables[column].weight))))
            continue
        rows = graph.embed("word.rows", index, graph.tensor("word.table", model.word.rows.numpy()))
        wide = graph.node("Cast", [rows], "word.wide", to=TensorProto.FLOAT)
        scale = graph.embed("word.scales", index, graph.tensor("word.scale", values(model.word.scale)))
        parts.append(graph.node("Mul", [wide, scale], "word.embedded"))
    return graph.node("Concat", parts, "embedded", axis=2)


def lstm_layer(graph, lstm, layer, x):
    """One bidirectional layer, time first: [time, batch, width] to [time, batch, 2 * hidden]."""

    def both(kind):
        return [reordered(values(getattr(lstm, f"{kind}_{name}"))) for name in ("l0", "l0_reverse")]

    bias = np.stack([np.concatenate(pair) for pair in zip(both("bias_ih"), both("bias_hh"))])
    w = graph.tensor(f"lstm{layer}.w", np.stack(both("weight_ih")))
    r = graph.tensor(f"lstm{layer}.r", np.stack(both("weight_hh")))
    b = graph.tensor(f"lstm{layer}.b", bias)
    out = graph.node(
        "LSTM", [x, w, r, b, "lengths"], f"lstm{layer}.out", direction="bidirectional", hidden_size=lstm.hidden_size
    )
    turned = graph.node("Transpose", [out], f"lstm{layer}.turned", perm=[0, 2, 1, 3])
    shape = graph.tensor(f"lstm{layer}.shape", np.array([0, 0, 2 * lstm.hidden_size], dtype=np.int64))
    return graph.node("Reshape", [turned, shape], f"lstm{layer}.joined")


def to_onnx(model):
    graph = Graph()
    x = graph.node("Transpose", [embeddings(graph, model)], "time.first", perm=[1, 0, 2])
    for layer, (narrow, lstm) in enumerate(zip(model.narrow, model.layers)):
        weight = graph.tensor(f"narrow{layer}.weight", values(narrow.weight).T)
        x = lstm_layer(graph, lstm, layer, graph.node("MatMul", [x, weight], f"narrow{layer}.product"))
    weight = graph.tensor("scores.weight", values(model.scores.weight).T)
    product = graph.node("MatMul", [x, weight], "scores.product")
    total = graph.node("Add", [product, graph.tensor("scores.bias", values(model.scores.bias))], "scores.total")
    graph.node("Transpose", [total], "scores", perm=[1, 0, 2])
    inputs = [
        helper.make_tensor_value_info("features", TensorProto.INT32, ["batch", "time", len(model.columns)]),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["batch"]),
    ]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", "time", model.scores.out_features])]
    made = helper.make_graph(graph.nodes, "tagger", inputs, outputs, graph.tensors)
    network = helper.make_model(made, producer_name="onrecord", opset_imports=[helper.make_opsetid("", OPSET)])
    network.ir_version = 8
    onnx.checker.check_model(network)
    return network


def write_model(model, vocabulary, folder):
    """Writes tagger.onnx (features and lengths in, scores out) and tagger.json (vocabulary, CRF weights)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tagger.onnx").write_bytes(to_onnx(model).SerializeToString(deterministic=True))
    lists = {k: vocabulary[k] for k in ("words", "frequent", "suffixes", "pos", "cues", "cueRates")}
    start, step = (weights.detach() for weights in model.crf.weights())
    crf = {k: [[round(float(v), 5) for v in row] for row in table] for k, table in (("start", [start]), ("step", step))}
    crf["start"] = crf["start"][0]
    (folder / "tagger.json").write_text(json.dumps({"vocabulary": lists, "crf": crf}, ensure_ascii=False))
