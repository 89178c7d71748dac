#!/usr/bin/env bash
# What a writer waits for, and what a run costs: MJML of 20 kB made into HTML; keeping and showing 20 kB while typing; complete
# tracked mails a second of one core by size (us a kB stays the same where the work grows with the size alone).
# Needs target/test-classes (mvn test-compile) and a JDK 25 in JAVA_HOME. Usage: src/test/bench/compose.sh
set -euo pipefail
cd "$(dirname "$0")/../../.."
jars=$(mvn -o -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout)
data=src/test/resources/app/caravel/content
run() { "${JAVA_HOME:?}/bin/java" -Xmx512m -cp "target/classes:target/test-classes:$jars" "$@"; }
run app.caravel.bench.Composing $data/mjml/templates--{delivery,recast,worldly}.mjml
echo
run app.caravel.desktop.compose.TypingTime $data/newsletters/postmark-templates--templates-inlined--basic-full--welcome--content.html $data/mjml/templates--delivery.mjml
