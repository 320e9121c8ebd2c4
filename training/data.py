"""What the tagger trains on: the paragraphs that prepare.ts wrote, teachers' soft labels for them, and batches."""

import json
import random
from pathlib import Path

import torch

from network import LABELS

BUILD = Path(__file__).resolve().parent / "build"
pad = torch.nn.utils.rnn.pad_sequence


def load(split, width):
    """Paragraphs as (features [time, width], labels [time], acts [time], 0 where the act is not known)."""
    rows = [json.loads(line) for line in open(BUILD / f"{split}.jsonl", encoding="utf8")]
    return [(torch.tensor(r["x"]).view(-1, width), torch.tensor(r["y"]), torch.tensor(r["mode"])) for r in rows]


def gold_targets(labels):
    """Gold labels as a CRF's marginals: shares of 0 and 1 [time, LABELS], and counts of steps [LABELS, LABELS]."""
    tokens = torch.nn.functional.one_hot(labels, LABELS).float()
    return tokens, tokens[:-1].T @ tokens[1:]


def mixed_targets(gold, soft, share):
    """Targets of which `share` is gold and the rest the mean of what teachers say."""
    return tuple(share * g + (1 - share) * s for g, s in zip(gold, soft))


def mean_of_teachers(files):
    """Reads teachers' soft labels and takes their mean: per paragraph (tokens, steps, acts)."""
    teachers = [torch.load(file) for file in files]
    return [tuple(sum(part.float() for part in parts) / len(parts) for parts in zip(*same)) for same in zip(*teachers)]


def groups(data, tokens, shuffle):
    """Paragraphs of like length together, longest first within a group, about `tokens` tokens each."""
    order = sorted(range(len(data)), key=lambda i: len(data[i][1]) + (random.random() if shuffle else 0))
    made, group = [], []
    for i in order:
        if group and len(data[i][1]) * (len(group) + 1) > tokens:
            made.append(group)
            group = []
        group.append(i)
    made.append(group)
    if shuffle:
        random.shuffle(made)
    return [group[::-1] for group in made]


def batch(data, group):
    """Features, labels and acts of a group padded to its longest, their lengths, and where there are tokens."""
    lengths = torch.tensor([len(data[i][1]) for i in group])
    x, y, mode = (pad([data[i][k] for i in group], batch_first=True) for k in range(3))
    return x, y, mode, lengths, torch.arange(x.shape[1]).unsqueeze(0) < lengths.unsqueeze(1)


def disguise(x, columns, unknown, name, proper):
    """Word dropout; names lose their word far more often, so that the model learns constructions rather than names."""
    x = x.clone()
    chance = torch.where(x[:, :, columns.index("pos")] == proper, name, unknown)
    lost = torch.rand(x.shape[:2]) < chance
    for column in ("word", "frequent", "suffix"):
        k = columns.index(column)
        x[:, :, k] = torch.where(lost, torch.zeros_like(x[:, :, k]), x[:, :, k])
    return x
