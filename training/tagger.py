"""Trains a tagger on training/build/: a teacher, which writes its soft labels, or the one that ships, which learns from
the gold labels and the mean of its teachers' (Hinton, Vinyals, Dean 2015; for CRFs as in Wang et al., ACL 2020).

One thread and fixed seeds: two runs on the same kind of processor with the same versions write the same bytes.
"""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy, log_softmax

from data import BUILD, batch, disguise, gold_targets, groups, load, mean_of_teachers, mixed_targets, pad
from export import write_model
from network import LABELS, MODES, Tagger

ROLES = ("source", "cue", "content")
CUE_LABELS = slice(3, 5)


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
    """Exact span F1 a role, of labels alone: the scorer of record counts what was assembled from them."""
    model.eval()
    counts, modes = {role: [0, 0, 0] for role in ROLES}, [0, 0]
    with torch.no_grad():
        for group in groups(data, 4000, False):
            x, _, mode, lengths, _ = batch(data, group)
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


def soft_labels(model, data):
    """What a teacher says of every paragraph: marginals of its CRF, and its shares of the acts, as 16-bit floats."""
    model.eval()
    found = [None] * len(data)
    for group in groups(data, 6000, False):
        x, _, _, lengths, mask = batch(data, group)
        with torch.no_grad():
            scores, acts = model(x, lengths).split((LABELS, MODES), 2)
        tokens, steps = model.crf.marginals(scores, mask)
        for k, i in enumerate(group):
            n = lengths[k]
            found[i] = tuple(part.half() for part in (tokens[k, :n], steps[k], acts[k, :n].softmax(1)))
    return found


def mode_loss(acts, mode, soft_acts, tokens, trust):
    """Cross-entropy of the acts, summed over cue tokens: where the act is labelled, and by teachers elsewhere."""
    known = cross_entropy(acts.flatten(0, 1), mode.flatten() - 1, ignore_index=-1, reduction="sum")
    if soft_acts is None:
        return known
    guessed = -(soft_acts * log_softmax(acts, -1)).sum(-1) * tokens[:, :, CUE_LABELS].sum(-1)
    return known + trust * (guessed * (mode == 0)).sum()


class Targets:
    """What each paragraph should be labelled as: gold, or gold mixed with the teachers' soft labels."""

    def __init__(self, data, labelled, options):
        soft = mean_of_teachers(options.teachers) if options.teachers else None
        self.acts = soft and [acts for _, _, acts in soft]
        self.labels = []
        for i, (_, labels, _) in enumerate(data):
            gold = gold_targets(labels) if i < labelled else None
            self.labels.append(mixed_targets(gold or soft[i][:2], soft[i][:2], options.gold) if soft else gold)

    def of(self, group):
        tokens = pad([self.labels[i][0] for i in group], batch_first=True)
        steps = sum(self.labels[i][1] for i in group)
        return tokens, steps, self.acts and pad([self.acts[i] for i in group], batch_first=True)


def train(options):
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    vocabulary = json.load(open(BUILD / "vocabulary.json", encoding="utf8"))
    columns, sizes = vocabulary["columns"], vocabulary["sizes"]
    vectors = torch.from_numpy(np.fromfile(BUILD / "vectors.f32", dtype=np.float32)).view(sizes["word"], -1)
    model = Tagger(columns, sizes, vectors, options.hidden, options.bottleneck, options.dropout)
    gold, other = load("train", len(columns)), load("unlabelled", len(columns))
    dev, data = load("dev", len(columns)), gold + (other if options.teachers else [])
    targets = Targets(data, len(gold), options)
    proper = vocabulary["pos"].index("PROPN") + 1
    steps = len(groups(data, options.tokens, False)) * options.epochs
    optimiser = torch.optim.AdamW(model.parameters(), options.rate, weight_decay=options.decay, fused=True)
    # Groups are made anew every epoch and may be a few more.
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, options.rate, total_steps=steps + options.epochs * 10, pct_start=0.15)
    averaged = copy.deepcopy(model)
    for epoch in range(options.epochs):
        started, total, n = time.time(), 0.0, 0
        for group in groups(data, options.tokens, True):
            x, _, mode, lengths, mask = batch(data, group)
            x = disguise(x, columns, options.word_dropout, options.name_dropout, proper)
            tokens, following, soft_acts = targets.of(group)
            scores, acts = model(x, lengths).split((LABELS, MODES), 2)
            loss = model.crf.loss(scores, tokens, following, mask)
            loss = loss + options.mode_weight * mode_loss(acts, mode, soft_acts, tokens, options.trust) / mask.sum()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimiser.step()
            schedule.step()
            total, n = total + loss.item(), n + 1
            with torch.no_grad():
                torch._foreach_lerp_(list(averaged.parameters()), list(model.parameters()), 1 - options.average)
        seconds, last = round(time.time() - started), epoch == options.epochs - 1
        figures = evaluate(averaged, dev) if last or epoch % 2 == 1 else ""
        print(f"{options.name} epoch {epoch + 1}: loss {total / n:.4f}, {seconds} s, dev {figures}", flush=True)
    if options.soft:
        torch.save(soft_labels(averaged, gold + other), options.soft)
    if options.out:
        write_model(averaged.eval(), vocabulary, Path(options.out))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", default="tagger", help="what the lines it prints begin with")
    parser.add_argument("--out", help="folder to write tagger.onnx and tagger.json to")
    parser.add_argument("--soft", help="file to write soft labels to")
    parser.add_argument("--teachers", nargs="+", help="files of soft labels to learn from")
    parser.add_argument("--gold", type=float, default=0.3, help="share of gold in what is learned from teachers")
    parser.add_argument("--trust", type=float, default=0.5, help="weight of a teacher's act against a labelled one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--hidden", type=int, nargs="+", default=[96, 96])
    parser.add_argument("--bottleneck", type=int, default=64, help="width of the linear layers before the LSTMs; 0: none")
    parser.add_argument("--tokens", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--decay", type=float, default=1e-4)
    parser.add_argument("--dropout", type=float, default=0.15)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--word-dropout", type=float, default=0.05)
    parser.add_argument("--name-dropout", type=float, default=0.3)
    parser.add_argument("--mode-weight", type=float, default=1.5)
    chosen = parser.parse_args()
    if chosen.out and not chosen.bottleneck:
        parser.error("--out needs a --bottleneck: the tables of the network that is written are multiplied by the first one")
    train(chosen)
