#!/usr/bin/env bash
# Start to the first window, and memory then, of Caravel on a workspace of 300 contacts and a report, beside an empty JavaFX
# window, same runtime, headless. Needs target/dist (mvn package -DskipTests) and target/test-classes. Usage: src/test/bench/start.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
rounds=${1:-9}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
dist=target/dist
$dist/bin/caravel --home "$work/home" demo --recipients 300 > /dev/null
run() { # $1: with or without the AOT cache, then what
  cache=(); [ "$1" = cached ] && cache=("-XX:AOTCache=$dist/lib/caravel.aot"); shift
  MALLOC_ARENA_MAX=2 $dist/runtime/bin/java @$dist/lib/caravel.args "${cache[@]}" -Dglass.platform=Headless -Dprism.order=sw "-Dbegan=$(date +%s%3N)" \
    -cp "$dist/lib/caravel.jar:target/test-classes" app.caravel.bench.FirstWindow "$@" 2>/dev/null
}
for ((i = 0; i < rounds; i++)); do
  run plain empty >> "$work/empty"
  run cached caravel "$work/home/sandbox" >> "$work/caravel"
  run plain caravel "$work/home/sandbox" >> "$work/uncached"
done
python3 - "$work" <<'PY'
import statistics, sys
def median(name):
    rows = [list(map(int, line.split())) for line in open(f"{sys.argv[1]}/{name}") if line.strip()]
    return [statistics.median(column) for column in zip(*rows)]
empty = median("empty")
print(f"empty window: {empty[1]:.0f} ms, {empty[2] / 1024:.0f} MB")
for name, label in (("caravel", "caravel"), ("uncached", "caravel without its AOT cache")):
    window, screen, kb = median(name)
    print(f"{label}: window {window:.0f} ms, Today {screen:.0f} ms, {kb / 1024:.0f} MB; ratio {window / empty[1]:.2f} and {screen / empty[1]:.2f} in time, {kb / empty[2]:.2f} in memory")
PY
