#!/usr/bin/env bash
# Mails with pictures, files, a file each and an appointment, as they leave, read by Python's strict parser: defects must be 0.
# Needs python3 and a compiled tree (mvn test-compile). Usage: src/test/bench/mail-files.sh [MAILS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
mails=${1:-5000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -o -q dependency:build-classpath -Dmdep.outputFile="$work/classpath" > /dev/null
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -cp "target/test-classes:target/classes:$(cat "$work/classpath")" app.caravel.bench.MailFiles "$work/mails" "$mails"
python3 src/test/bench/strict.py "$work/mails" "$mails"
