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

    def __init__(self, columns, sizes, vectors, hidden=160, layers=2, dropout=0.4):
        super().__init__()
        self.columns = columns
        self.word = QuantisedTable(vectors)
        self.tables = nn.ModuleDict({c: nn.Embedding(sizes[c], WIDTHS[c]) for c in columns if c != "word"})
        width = self.word.width + sum(WIDTHS[c] for c in columns if c != "word")
        self.dropout = nn.Dropout(dropout)
        self.lstm = nn.LSTM(width, hidden, layers, batch_first=True, bidirectional=True)
        self.scores = nn.Linear(2 * hidden, LABELS + MODES)
        self.crf = Crf()

    def forward(self, x: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        parts = [self.word(x[:, :, k]) if c == "word" else self.tables[c](x[:, :, k]) for k, c in enumerate(self.columns)]
        x = self.dropout(torch.cat(parts, -1))
        return self.scores(self.dropout(self.run(x, lengths)))

    def run(self, x: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """The same as a packed LSTM, which is quadratic in time to train: each sequence is turned round in place."""
        time = torch.arange(x.shape[1]).unsqueeze(0)
        turned = torch.where(time < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - time, time).unsqueeze(2)
        for layer in range(self.lstm.num_layers):
            x = self.dropout(x) if layer > 0 else x
            forward = self.run_direction(x, f"l{layer}")
            backward = self.run_direction(x.gather(1, turned.expand(-1, -1, x.shape[2])), f"l{layer}_reverse")
            x = torch.cat([forward, backward.gather(1, turned.expand(-1, -1, backward.shape[2]))], -1)
        return x

    def run_direction(self, x: torch.Tensor, name: str) -> torch.Tensor:
        weights = [getattr(self.lstm, f"{kind}_{name}") for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
        zero = x.new_zeros(1, x.shape[0], self.lstm.hidden_size)
        return torch._VF.lstm(x, (zero, zero), weights, True, 1, 0.0, self.training, False, True)[0]


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
