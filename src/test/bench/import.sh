#!/usr/bin/env bash
# Import of a CSV into an empty workspace against "sqlite3 .import" of the same file into a table with a unique address, in one run;
# the cost of a row at the full size against that at 10,000; the same file again; memory. Needs sqlite3, target/classes (mvn compile)
# and a JDK 25 in JAVA_HOME. Usage: src/test/bench/import.sh [ROWS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
rows=${1:-1000000}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
jars=$(mvn -o -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout)
python3 - "$work" "$rows" <<'PY'
import random, sys
work, rows = sys.argv[1], int(sys.argv[2])
first = "Katrin Anna Rashid Ken Maria Jose Ivan Olga Pierre Lucia Wei Min Hans Petra Omar".split()
last = "Weber Berg Mansoori Sato Garcia Silva Petrov Smirnova Dupont Rossi Wang Li Schmidt Novak Haddad".split()
countries = "Germany France Japan Brazil UAE Spain Poland Italy China Mexico".split()
for name, count in (("big", rows), ("small", 10_000)):
    chance = random.Random(7)
    with open(f"{work}/{name}.csv", "w") as out:
        out.write("Name,Company,E-mail,Country,City\n")
        for i in range(count):
            firm = chance.randrange(count // 4 + 1)
            out.write(f"{chance.choice(first)} {chance.choice(last)},Trading {firm} GmbH,p{i:07d}@firm{firm}.example,{countries[firm % 10]},City {firm % 500}\n")
PY
ours() { # home, file: prints seconds and kB
  MALLOC_ARENA_MAX=2 /usr/bin/env time -f '%e %M' -o "$work/time" "${JAVA_HOME:?}/bin/java" @src/main/dist/lib/caravel.args -cp "target/classes:$jars" app.caravel.Caravel \
    --home "$1" contacts import "$2" --list L --json > "$work/out"
  cat "$work/time"
}
theirs() {
  rm -f "$work/theirs.db"
  local begun; begun=$(date +%s.%N)
  sqlite3 "$work/theirs.db" "CREATE TABLE person (name, company, address TEXT UNIQUE, country, city)" ".mode csv" ".import --skip 1 $work/big.csv person"
  python3 -c "print($(date +%s.%N) - $begun)"
}
printf 'E-mail\na@x.example\n' > "$work/one.csv"
ours "$work/one" "$work/one.csv" > "$work/start"
ours "$work/small" "$work/small.csv" > "$work/small.time"
theirs > "$work/theirs.time"
ours "$work/big" "$work/big.csv" > "$work/big.time"
theirs >> "$work/theirs.time"
ours "$work/big" "$work/big.csv" > "$work/again.time"
python3 - "$work" "$rows" <<'PY'
import sys
work, rows = sys.argv[1], int(sys.argv[2])
def figures(name): return [float(word) for word in open(f"{work}/{name}").read().split()]
start, small, big, again = (figures(name) for name in ("start", "small.time", "big.time", "again.time"))
theirs = min(figures("theirs.time"))
print(f"sqlite3 .import: {theirs:.1f} s; ours: {big[0]:.1f} s, ratio {big[0] / theirs:.2f}; {big[1] / 1024:.0f} MB")
print(f"the same again: {again[0]:.1f} s, {again[0] / big[0]:.2f} of the first time; {again[1] / 1024:.0f} MB")
print(f"start of a verb: {start[0]:.2f} s; a row: {1e6 * (small[0] - start[0]) / 10_000:.1f} us of 10,000, {1e6 * (big[0] - start[0]) / rows:.1f} us of {rows:,}")
PY
