#!/usr/bin/env bash
# kill -9 at random moments while a campaign is sent: nobody twice, nobody skipped, in doubt at most the connections a kill.
# Needs target/dist and the test classes (mvn verify, or package -DskipTests). Usage: src/test/bench/kill.sh [PEOPLE] [KILLS] [CONNECTIONS] [SEED]
set -euo pipefail
cd "$(dirname "$0")/../../.."
target/dist/runtime/bin/java --enable-native-access=ALL-UNNAMED -cp "target/test-classes:target/classes:target/dist/lib/*" \
  app.caravel.bench.Kills "$PWD/target/dist/bin/caravel" "${1:-5000}" "${2:-100}" "${3:-8}" "${4:-1}"
