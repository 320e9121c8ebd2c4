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


class Dropout(nn.Module):
    """Dropout that draws one byte a value instead of one float: drawing is a fifth of training otherwise."""

    def __init__(self, share: float):
        super().__init__()
        self.lost = round(share * 256)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or not self.lost:
            return x
        drawn = torch.empty((x.numel() + 7) // 8, dtype=torch.int64).random_(-(2**63), 2**63 - 1)
        kept = drawn.view(torch.uint8)[: x.numel()].view(x.shape) >= self.lost
        return x * (kept.to(x.dtype) * (256 / (256 - self.lost)))


class Tagger(nn.Module):
    """Gives scores [batch, time, LABELS + MODES] for feature rows [batch, time, columns] and lengths [batch]."""

    def __init__(self, columns, sizes, vectors, hidden, bottleneck, dropout):
        super().__init__()
        self.columns = columns
        self.word = QuantisedTable(vectors)
        self.tables = nn.ModuleDict({c: nn.Embedding(sizes[c], WIDTHS[c]) for c in columns if c != "word"})
        self.dropout = Dropout(dropout)
        width = sum(self.width_of(c) for c in columns)
        # A narrow linear layer before each LSTM makes its four gates' input weights one product of low rank, which
        # takes half the arithmetic of the same LSTM without. Teachers, which need not be fast, have none.
        self.narrow, self.layers = nn.ModuleList(), nn.ModuleList()
        for size in hidden:
            self.narrow.append(nn.Linear(width, bottleneck, bias=False) if bottleneck else nn.Identity())
            self.layers.append(lstm(bottleneck or width, size))
            width = 2 * size
        self.scores = nn.Linear(width, LABELS + MODES)
        self.crf = Crf()

    def width_of(self, column: str) -> int:
        return self.word.width if column == "word" else WIDTHS[column]

    def forward(self, x: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        parts = [self.word(x[:, :, k]) if c == "word" else self.tables[c](x[:, :, k]) for k, c in enumerate(self.columns)]
        time = torch.arange(x.shape[1]).unsqueeze(0)
        x = torch.cat(parts, -1)
        turned = torch.where(time < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - time, time).unsqueeze(2)
        with torch.autocast("cpu", torch.bfloat16):
            for narrow, layer in zip(self.narrow, self.layers):
                x = run_both_ways(layer, narrow(self.dropout(x)), turned)
        return self.scores(self.dropout(x.float()))


def lstm(width: int, size: int) -> nn.LSTM:
    """A bidirectional layer that remembers at first: forget gates begin open (Jozefowicz et al., ICML 2015)."""
    layer = nn.LSTM(width, size, batch_first=True, bidirectional=True)
    with torch.no_grad():
        for name in ("bias_ih_l0", "bias_ih_l0_reverse"):
            getattr(layer, name)[size : 2 * size] += 1
    return layer


def run_both_ways(lstm: nn.LSTM, x: torch.Tensor, turned: torch.Tensor) -> torch.Tensor:
    """The same as a packed bidirectional LSTM, which is quadratic in time to train: sequences are turned in place.

    `turned` [batch, time, 1] says for each place which one it has when the sequence is read backwards.
    """

    def run(x: torch.Tensor, name: str) -> torch.Tensor:
        weights = [getattr(lstm, f"{kind}_{name}") for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
        zero = x.new_zeros(1, x.shape[0], lstm.hidden_size)
        return torch._VF.lstm(x, (zero, zero), weights, True, 1, 0.0, True, False, True)[0]

    backward = run(x.gather(1, turned.expand(-1, -1, x.shape[2])), "l0_reverse")
    return torch.cat([run(x, "l0"), backward.gather(1, turned.expand(-1, -1, backward.shape[2]))], -1)


@torch.jit.script
def log_partition(scores: torch.Tensor, mask: torch.Tensor, start: torch.Tensor, step: torch.Tensor) -> torch.Tensor:
    """Log of the sum over all label sequences, of each sequence in the batch; `step` [.., LABELS, LABELS]."""
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

    def loss(self, scores, tokens, steps, mask):
        """Cross-entropy a token between the CRF and a distribution over label sequences given by its marginals.

        `tokens` [batch, time, LABELS] is each token's share of every label, `steps` [LABELS, LABELS] how often each
        label follows each other one in the whole batch. Gold labels are shares of 0 and 1; then this is the negative
        log-likelihood.
        """
        start, step = self.weights()
        expected = (scores * tokens).sum() + (start * tokens[:, 0]).sum() + (step * steps).sum()
        return (log_partition(scores, mask, start, step).sum() - expected) / mask.sum()

    def marginals(self, scores, mask):
        """Each token's share of every label, and how often each label follows each other one in every sequence."""
        start, step = (weights.detach() for weights in self.weights())
        scores = scores.detach().requires_grad_(True)
        step = step.expand(len(scores), LABELS, LABELS).clone().requires_grad_(True)
        return torch.autograd.grad(log_partition(scores, mask, start, step).sum(), (scores, step))

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
