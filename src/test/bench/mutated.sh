#!/usr/bin/env bash
# Mutated files of every kind that people are imported from (bytes flipped, cut, NUL bytes, endless lines, one huge cell, 10,000 columns, zip bombs,
# entities, cards within cards): each is refused with a sentence, or its rows are accounted for, in half a gigabyte of memory and at most 30 seconds.
#   mutated.sh [FILES] [FIRST_SEED]
# Needs target/classes and target/test-classes (mvn test-compile). JAVA names another one.
set -euo pipefail
cd "$(dirname "$0")/../../.."
jars=$(mvn -o -q -B dependency:build-classpath -Dmdep.outputFile=/dev/stdout -Dmdep.includeScope=test)
"${JAVA:-java}" -Xmx512m -Xlog:disable --enable-native-access=ALL-UNNAMED -cp "target/classes:target/test-classes:$jars" app.caravel.bench.Mutated "${1:-10000}" "${2:-1}" 2> /dev/null
