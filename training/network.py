"""The tagger's network: embeddings of token features and bidirectional LSTM layers; on top a linear-chain CRF for the
labels, and for the tokens of a cue a score of each act (mode)."""

import torch
from torch import nn

LABELS = 7
MODES = 7
# Width of each column's embedding; the pretrained word table has its own.
WIDTHS = {
    "frequent": 32, "suffix": 24, "pos": 24, "shape": 8, "quotation": 8, "boundary": 4, "cueRate": 6,
    "leftCue": 16, "leftDistance": 6, "leftBetween": 8, "rightCue": 16, "rightDistance": 6, "rightBetween": 6,
    "paragraph": 8,
}


class QuantisedTable(nn.Module):
    """A frozen embedding table kept as 8-bit rows with one scale each, in training as in use, so that both agree."""

    def __init__(self, vectors: torch.Tensor):
        super().__init__()
        scale = vectors.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", torch.round(vectors / scale).to(torch.int8))
        self.register_buffer("scale", scale)
        self.width = vectors.shape[1]

    def forward(self, index: torch.Tensor) -> torch.Tensor:
        return self.rows[index].float() * self.scale[index]


class Tagger(nn.Module):
    """Gives scores [batch, time, LABELS + MODES] for feature rows [batch, time, columns] and lengths [batch]."""

    def __init__(self, columns, sizes, vectors, hidden=(96, 112), dropout=0.4):
        super().__init__()
        self.columns = columns
        self.word = QuantisedTable(vectors)
        self.tables = nn.ModuleDict({c: nn.Embedding(sizes[c], WIDTHS[c]) for c in columns if c != "word"})
        self.dropout = nn.Dropout(dropout)
        width, self.layers = self.word.width + sum(WIDTHS[c] for c in columns if c != "word"), nn.ModuleList()
        for size in hidden:
            self.layers.append(nn.LSTM(width, size, batch_first=True, bidirectional=True))
            width = 2 * size
        self.scores = nn.Linear(width, LABELS + MODES)
        self.crf = Crf()

    def forward(self, x: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        parts = [self.word(x[:, :, k]) if c == "word" else self.tables[c](x[:, :, k]) for k, c in enumerate(self.columns)]
        x = torch.cat(parts, -1)
        time = torch.arange(x.shape[1]).unsqueeze(0)
        turned = torch.where(time < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - time, time).unsqueeze(2)
        for layer in self.layers:
            x = run_both_ways(layer, self.dropout(x), turned)
        return self.scores(self.dropout(x))


def run_both_ways(lstm: nn.LSTM, x: torch.Tensor, turned: torch.Tensor) -> torch.Tensor:
    """The same as a packed bidirectional LSTM, which is quadratic in time to train: sequences are turned in place.

    `turned` [batch, time, 1] says for each place which one it has when the sequence is read backwards.
    """

    def run(x: torch.Tensor, name: str) -> torch.Tensor:
        weights = [getattr(lstm, f"{kind}_{name}") for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
        zero = x.new_zeros(1, x.shape[0], lstm.hidden_size)
        return torch._VF.lstm(x, (zero, zero), weights, True, 1, 0.0, lstm.training, False, True)[0]

    backward = run(x.gather(1, turned.expand(-1, -1, x.shape[2])), "l0_reverse")
    return torch.cat([run(x, "l0"), backward.gather(1, turned.expand(-1, -1, backward.shape[2]))], -1)


@torch.jit.script
def log_partition(scores: torch.Tensor, mask: torch.Tensor, start: torch.Tensor, step: torch.Tensor) -> torch.Tensor:
    alpha = start + scores[:, 0]
    for i in range(1, scores.shape[1]):
        moved = torch.logsumexp(alpha.unsqueeze(2) + step, 1) + scores[:, i]
        alpha = torch.where(mask[:, i].unsqueeze(1), moved, alpha)
    return torch.logsumexp(alpha, 1)


class Crf(nn.Module):
    """Linear-chain CRF over BIO labels (Lafferty, McCallum, Pereira, ICML 2001)."""

    def __init__(self):
        super().__init__()
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.step = nn.Parameter(torch.zeros(LABELS, LABELS))
        allowed = torch.tensor([[j == 0 or j % 2 == 1 or i in (j, j - 1) for j in range(LABELS)] for i in range(LABELS)])
        self.register_buffer("forbidden", torch.where(allowed, 0.0, -1e4))
        self.register_buffer("forbidden_start", torch.tensor([0.0 if j == 0 or j % 2 else -1e4 for j in range(LABELS)]))

    def weights(self):
        return self.start + self.forbidden_start, self.step + self.forbidden

    def loss(self, scores, labels, mask):
        """Negative log-likelihood a token."""
        start, step = self.weights()
        gold = start[labels[:, 0]] + (scores.gather(2, labels.unsqueeze(2)).squeeze(2) * mask).sum(1)
        gold = gold + (step[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum(1)
        return (log_partition(scores, mask, start, step) - gold).sum() / mask.sum()

    def decode(self, scores):
        """Best labels of one unpadded sequence [time, LABELS] (Viterbi)."""
        start, step = self.weights()
        alpha, back = start + scores[0], []
        for row in scores[1:]:
            best, arg = (alpha.unsqueeze(1) + step).max(0)
            back.append(arg)
            alpha = best + row
        labels = [int(alpha.argmax())]
        for arg in reversed(back):
            labels.append(int(arg[labels[-1]]))
        return labels[::-1]
