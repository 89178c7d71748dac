#!/usr/bin/env bash
# What a person waits for in Contacts: the table's first page with its count while he types a search over 100,000 people, and the
# count (and the first page) of segments of two and three conditions over 1,000,000 people with a year's ledger of 400,000 mails and as many signs.
# Elapsed milliseconds: median, p95 and the first time; the last column is the processor's share, for a computer that others use too.
#   tables.sh [ROUNDS]
# Needs target/dist (mvn package -DskipTests) and target/test-classes. JAVA names another one; DATA keeps the databases (800 MB) for the next time.
set -euo pipefail
rounds=${1:-21}
project=$(cd "$(dirname "$0")/../../.." && pwd)
java=${JAVA:-$project/target/dist/runtime/bin/java}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
data=${DATA:-$work}
mkdir -p "$data"
run() { "$java" -Xmx512m -cp "$project/target/classes:$project/target/test-classes:$project/target/dist/lib/*" app.caravel.bench.Tables "$@" 2>/dev/null; }
run "$data/search.db" 100000 60000 search "$rounds"
run "$data/segment.db" 1000000 400000 segment "$rounds"
