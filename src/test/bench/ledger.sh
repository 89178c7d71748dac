#!/usr/bin/env bash
# What a mail costs with few and with many in the ledger: processor time and wall time a mail, and memory. A mail is small here, so that
# the ledger's part shows. As root, set SINK_USER=nobody. Needs Debian's postfix (smtp-sink), GNU time, sqlite3 and target/dist
# (mvn package -DskipTests). Usage: src/test/bench/ledger.sh [FEW [MANY]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
caravel=target/dist/bin/caravel
work=$(mktemp -d)
trap 'kill $sink 2>/dev/null; rm -rf "$work"' EXIT
port=2596
smtp-sink ${SINK_USER:+-u "$SINK_USER"} 127.0.0.1:$port 1000 > /dev/null 2>&1 & sink=$!
sleep 1
echo '<p>Dear {{ first_name | default: "friend" }}, see you at the fair.</p><a href="{{ unsubscribe_url }}">no more</a>' > "$work/mail.html"
for mails in ${1:-5000} ${2:-500000}; do
  home=$work/home$mails
  python3 -c "
print('Name,Company,E-mail')
for i in range($mails): print(f'Person{i} Test,Company {i},p{i}@x{i % 50}.example')" > "$work/list.csv"
  $caravel --home "$home" contacts import "$work/list.csv" --list L > /dev/null
  $caravel --home "$home" account add a --from "Anna <anna@lumitech.example>" --host 127.0.0.1 --port $port --security none > /dev/null
  $caravel --home "$home" campaign create B --list L --account a --subject 'Hello {{ first_name | default: "friend" }}' --html "$work/mail.html" > /dev/null
  /usr/bin/env time -f '%U %S %e %M' -o "$work/cost" $caravel --home "$home" campaign send B --connections 8 --json
  python3 - "$mails" $(tail -1 "$work/cost") <<'PY'
import sys
mails, user, system, wall, kilobytes = int(sys.argv[1]), *map(float, sys.argv[2:])
print(f"{mails} mails: {(user + system) / mails * 1e6:.0f} µs of processor and {wall / mails * 1e6:.0f} µs of wall time a mail, {mails / wall:.0f} mails/s, {kilobytes / 1024:.0f} MB resident")
PY
  # what a mail costs late in a long run, beside early in it
  sqlite3 "$home/caravel.db" "SELECT 'mails/s in each tenth: ' || group_concat(rate, ' ') FROM (SELECT CAST(count(*) * 1000.0 / (max(at) - min(at) + 1) AS INTEGER) AS rate
    FROM (SELECT at, ntile(10) OVER (ORDER BY id) AS tenth FROM transition WHERE state = 'sent') GROUP BY tenth ORDER BY tenth)"
done
