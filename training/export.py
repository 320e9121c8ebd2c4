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

# Small columns that are looked up together: each group is one table with a row for every combination of their values.
GROUPS = (
    ("frequent",), ("suffix",), ("leftCue",), ("rightCue",), ("pos", "shape", "boundary"),
    ("quotation", "cueRate", "paragraph"), ("leftDistance", "leftBetween"), ("rightDistance", "rightBetween"),
)


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


def values(parameter):
    return parameter.detach().numpy().astype(np.float32)


def reordered(array):
    return np.concatenate([np.split(array, 4)[gate] for gate in GATES])


def folded(model):
    """What each group of small columns gives the first LSTM, one row a combination of their values: the tables of
    embeddings times the first narrow layer. Gives the tables, and for each its columns' strides in the row number."""
    if sorted(sum(GROUPS, ("word",))) != sorted(model.columns):
        raise ValueError(f"GROUPS must hold every column but the word once; the columns are {model.columns}")
    weight, at, parts = values(model.narrow[0].weight).T, 0, {}
    for column in model.columns:
        width = model.width_of(column)
        parts[column] = weight[at : at + width]
        at += width
    tables, strides = [], []
    for group in GROUPS:
        table, stride = np.zeros((1, weight.shape[1]), np.float32), {}
        for column in group:
            rows = values(model.tables[column].weight) @ parts[column]
            stride = {**{name: size * len(rows) for name, size in stride.items()}, column: 1}
            table = (table[:, None] + rows[None]).reshape(-1, weight.shape[1])
        tables.append(table)
        strides.append([stride.get(column, 0) for column in model.columns if column != "word"])
    return parts["word"], tables, np.array(strides, dtype=np.int32)


def first_input(graph, model):
    """What the first LSTM takes: the sum over all columns of the embeddings times the first narrow layer, which is done
    here, once, for all but the word vectors: their table would be too large in full precision."""
    word, tables, strides = folded(model)
    offsets = np.cumsum([0, *map(len, tables[:-1])], dtype=np.int32).reshape(-1, 1)
    flat = graph.node("Reshape", ["features", graph.tensor("flat", np.array([strides.shape[1], -1]))], "features.flat")
    table = graph.tensor("features.table", np.concatenate(tables))
    halves = []
    # Added up by halves: onnxruntime's sum over a dimension takes three times as long.
    for k, rows in enumerate(np.split(np.arange(len(tables)), 2)):
        row = graph.node("MatMul", [graph.tensor(f"strides{k}", strides[rows]), flat], f"features{k}.stride")
        row = graph.node("Add", [row, graph.tensor(f"offsets{k}", offsets[rows])], f"features{k}.row")
        halves.append(graph.node("Gather", [table, row], f"features{k}.embedded", axis=0))
    for size in (4, 2, 1):
        total = graph.node("Add", halves, f"features.sum{size}")
        if size > 1:
            halves = [f"features.sum{size}.half{k}" for k in range(2)]
            graph.nodes.append(helper.make_node("Split", [total], halves, axis=0))
    row = graph.node("Gather", [graph.tensor("word.table", model.word.rows.numpy()), "words"], "word.row", axis=0)
    wide = graph.node("Cast", [row], "word.wide", to=TensorProto.FLOAT)
    product = graph.node("MatMul", [wide, graph.tensor("word.weight", word)], "word.product")
    scale = graph.node("Gather", [graph.tensor("word.scale", values(model.word.scale)), "words"], "word.scales", axis=0)
    embedded = graph.node("Mul", [product, scale], "word.embedded")
    like = graph.node("Shape", [embedded], "word.shape")
    return graph.node("Add", [graph.node("Reshape", [total, like], "features.sum"), embedded], "narrow0.product")


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
    """The network as a graph: time before batch, since an ONNX LSTM wants it so, and columns before both, so that each
    is one piece of memory."""
    graph = Graph()
    x = first_input(graph, model)
    for layer, (narrow, lstm) in enumerate(zip(model.narrow, model.layers)):
        if layer > 0:
            weight = graph.tensor(f"narrow{layer}.weight", values(narrow.weight).T)
            x = graph.node("MatMul", [x, weight], f"narrow{layer}.product")
        x = lstm_layer(graph, lstm, layer, x)
    weight = graph.tensor("scores.weight", values(model.scores.weight).T)
    product = graph.node("MatMul", [x, weight], "scores.product")
    total = graph.node("Add", [product, graph.tensor("scores.bias", values(model.scores.bias))], "scores.total")
    graph.node("Transpose", [total], "scores", perm=[1, 0, 2])
    inputs = [
        helper.make_tensor_value_info("words", TensorProto.INT32, ["time", "batch"]),
        helper.make_tensor_value_info("features", TensorProto.INT32, [len(model.columns) - 1, "time", "batch"]),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["batch"]),
    ]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", "time", model.scores.out_features])]
    made = helper.make_graph(graph.nodes, "tagger", inputs, outputs, graph.tensors)
    network = helper.make_model(made, producer_name="onrecord", opset_imports=[helper.make_opsetid("", OPSET)])
    network.ir_version = 8
    onnx.checker.check_model(network)
    return network


def write_model(model, vocabulary, folder):
    """Writes tagger.onnx (words, other features and lengths in, scores out) and tagger.json (vocabulary, CRF weights)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tagger.onnx").write_bytes(to_onnx(model).SerializeToString(deterministic=True))
    lists = {k: vocabulary[k] for k in ("words", "frequent", "suffixes", "pos", "cues", "cueRates")}
    start, step = (weights.detach() for weights in model.crf.weights())
    crf = {k: [[round(float(v), 5) for v in row] for row in table] for k, table in (("start", [start]), ("step", step))}
    crf["start"] = crf["start"][0]
    (folder / "tagger.json").write_text(json.dumps({"vocabulary": lists, "crf": crf}, ensure_ascii=False))
