#!/usr/bin/env bash
# Scores the shipped models on dev and on the reference articles with the scorer of record in ../shared/tools.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared
score="node $shared/tools/score.mjs"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

npm run -s onrecord -- analyze $shared/data/attribution/dev.jsonl >"$out/dev.jsonl"
$score attribution $shared/data/attribution/dev.jsonl "$out/dev.jsonl"
$score speakers $shared/data/attribution/dev.jsonl $shared/data/speakers/dev.jsonl "$out/dev.jsonl"
$score stance $shared/data/attribution/dev.jsonl $shared/data/stance/dev.jsonl "$out/dev.jsonl" | tail -2
npm run -s onrecord -- analyze $shared/articles/*.txt >"$out/articles.jsonl"
$score articles $shared/articles/gold.json "$out/articles.jsonl"
npm run -s onrecord -- extract $shared/data/extraction/html/*.html.gz >"$out/pages.jsonl" || true
$score extraction $shared/data/extraction/ground-truth.json "$out/pages.jsonl" | head -1
