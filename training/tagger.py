"""Trains the tagger on training/build/ and writes models/tagger.onnx and models/tagger.json.

One thread and fixed seeds: two runs on the same machine and library versions write the same bytes.
"""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch

from export import write_model
from network import LABELS, MODES, Tagger

HERE = Path(__file__).resolve().parent
BUILD = HERE / "build"
ROLES = ("source", "cue", "content")


def load(split, width):
    rows = [json.loads(line) for line in open(BUILD / f"{split}.jsonl")]
    return [(torch.tensor(r["x"]).view(-1, width), torch.tensor(r["y"]), torch.tensor(r["mode"])) for r in rows]


def batches(data, tokens, shuffle):
    """Paragraphs of like length together, longest first within a batch, about `tokens` tokens each."""
    order = sorted(range(len(data)), key=lambda i: len(data[i][1]) + (random.random() if shuffle else 0))
    groups, group = [], []
    for i in order:
        if group and len(data[i][1]) * (len(group) + 1) > tokens:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        group = group[::-1]
        lengths = torch.tensor([len(data[i][1]) for i in group])
        x, y, mode = (torch.nn.utils.rnn.pad_sequence([data[i][k] for i in group], batch_first=True) for k in range(3))
        yield group, x, y, mode, lengths, torch.arange(x.shape[1]).unsqueeze(0) < lengths.unsqueeze(1)


def spans(labels):
    out, first = set(), None
    for i, label in enumerate(list(labels) + [0]):
        if first is not None and (label == 0 or label % 2):
            out.add((ROLES[(int(labels[first]) - 1) // 2], first, i))
            first = None
        if label % 2:
            first = i
    return out


def evaluate(model, data):
    """Exact span F1 a role, counted on tokens; the scorer of record counts on characters and agrees within 0.3."""
    model.eval()
    counts, modes = {role: [0, 0, 0] for role in ROLES}, [0, 0]
    with torch.no_grad():
        for group, x, _, mode, lengths, _ in batches(data, 4000, False):
            scores, acts = model(x, lengths).split((LABELS, MODES), 2)
            modes[0] += int((acts.argmax(2) + 1 == mode).sum())
            modes[1] += int((mode > 0).sum())
            for k, i in enumerate(group):
                found, gold = spans(model.crf.decode(scores[k, : lengths[k]])), spans(data[i][1].tolist())
                for role in ROLES:
                    f, g = {s for s in found if s[0] == role}, {s for s in gold if s[0] == role}
                    counts[role] = [a + b for a, b in zip(counts[role], (len(f & g), len(f), len(g)))]
    model.train()
    figures = {role: round(200 * t / max(1, p + g), 1) for role, (t, p, g) in counts.items()}
    return {**figures, "mode of cue tokens": round(100 * modes[0] / modes[1], 1)}


def disguise(x, columns, unknown, name, proper):
    """Word dropout; names lose their word far more often, so that the model learns constructions rather than names."""
    x = x.clone()
    chance = torch.where(x[:, :, columns.index("pos")] == proper, name, unknown)
    lost = torch.rand(x.shape[:2]) < chance
    for column in ("word", "frequent", "suffix"):
        k = columns.index(column)
        x[:, :, k] = torch.where(lost, torch.zeros_like(x[:, :, k]), x[:, :, k])
    return x


def mode_loss(acts, mode):
    """Cross-entropy summed over the cue tokens whose act is labelled: those of a fifth of the articles."""
    return torch.nn.functional.cross_entropy(acts.flatten(0, 1), mode.flatten() - 1, ignore_index=-1, reduction="sum")


def train(options):
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    vocabulary = json.load(open(BUILD / "vocabulary.json"))
    columns, sizes = vocabulary["columns"], vocabulary["sizes"]
    vectors = torch.from_numpy(np.fromfile(BUILD / "vectors.f32", dtype=np.float32)).view(sizes["word"], -1)
    model = Tagger(columns, sizes, vectors, options.hidden, options.dropout)
    data, dev = load("train", len(columns)), load("dev", len(columns))
    proper = vocabulary["pos"].index("PROPN") + 1
    steps = sum(1 for _ in batches(data, options.tokens, False)) * options.epochs
    optimiser = torch.optim.AdamW(model.parameters(), options.rate, weight_decay=options.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, options.rate, total_steps=steps + options.epochs * 8, pct_start=0.15)
    averaged = copy.deepcopy(model)
    for epoch in range(options.epochs):
        started, total, n = time.time(), 0.0, 0
        for _, x, y, mode, lengths, mask in batches(data, options.tokens, True):
            x = disguise(x, columns, options.word_dropout, options.name_dropout, proper)
            scores, acts = model(x, lengths).split((LABELS, MODES), 2)
            loss = model.crf.loss(scores, y, mask) + options.mode_weight * mode_loss(acts, mode) / mask.sum()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimiser.step()
            schedule.step()
            total, n = total + loss.item(), n + 1
            with torch.no_grad():
                for mean, now in zip(averaged.parameters(), model.parameters()):
                    mean.lerp_(now, 1 - options.average)
        seconds = round(time.time() - started)
        last = epoch == options.epochs - 1
        figures = evaluate(averaged, dev) if last or epoch % 2 == 1 else ""
        print(f"epoch {epoch + 1}: loss {total / n:.4f}, {seconds} s, dev {figures}", flush=True)
    write_model(averaged.eval(), vocabulary, Path(options.out))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=str(HERE.parent / "models"), help="folder to write to")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--hidden", type=int, nargs="+", default=[96, 112])
    parser.add_argument("--tokens", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--decay", type=float, default=1e-4)
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--word-dropout", type=float, default=0.05)
    parser.add_argument("--name-dropout", type=float, default=0.3)
    parser.add_argument("--mode-weight", type=float, default=1.5)
    train(parser.parse_args())
