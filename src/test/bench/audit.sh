#!/usr/bin/env bash
# The check of a run: every mail put together and read, no page asked for; three rounds, the first one cold.
# Needs target/test-classes (mvn test-compile) and a JDK 25 in JAVA_HOME. Usage: src/test/bench/audit.sh [MAILS [KILOBYTES]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
jars=$(mvn -o -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout)
"${JAVA_HOME:?}/bin/java" -cp "target/classes:target/test-classes:$jars" app.caravel.bench.AuditRun "$@"
