#!/usr/bin/env bash
# Our compiling of MJML beside the official one (npm package mjml), warm, in one run: each template grown to 20 kB, median of 200
# compilations after 200 that do not count. Ratios are what to keep; below 1 ours is faster. Where others use the computer too, the
# processor's (the whole process, collector included) says more than the clock's.
# Needs target/test-classes (mvn test-compile), a JDK 25 in JAVA_HOME, node and npm. Usage: src/test/bench/mjml.sh [VERSION]
set -euo pipefail
cd "$(dirname "$0")/../../.."
jars=$(mvn -o -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout)
data=src/test/resources/app/caravel/content/mjml
folder=target/mjml-beside
mkdir -p $folder
[ -d $folder/node_modules/mjml ] || npm install --silent --no-audit --no-fund --prefix $folder "mjml@${1:-latest}"
"${JAVA_HOME:?}/bin/java" -Xmx512m -cp "target/classes:target/test-classes:$jars" app.caravel.bench.MjmlBeside $folder $data/templates--{delivery,recast,worldly}.mjml > $folder/ours.txt
node src/test/bench/mjml.mjs $folder $folder/templates--{delivery,recast,worldly}.mjml > $folder/official.txt
echo "mjml $(node -p "require('./$folder/node_modules/mjml/package.json').version"), node $(node -v)"
printf '%-28s %7s %10s %10s %10s %10s %7s %7s\n' template bytes 'ours ms' 'cpu ms' 'mjml ms' 'cpu ms' ratio 'cpu'
paste -d' ' $folder/ours.txt $folder/official.txt | awk '{ printf "%-28s %7d %10.2f %10.2f %10.2f %10.2f %7.2f %7.2f\n", $1, $2, $3, $4, $6, $7, $3 / $6, $4 / $7 }'
