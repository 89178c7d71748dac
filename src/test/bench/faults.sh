#!/usr/bin/env bash
# Postfix's smtp-sink with each of its fault flags: a campaign of 200 people from the command line, a table of what became of it.
# "taken" is what the server has in its dump, "twice" who stands in it more than once. A case that waits is paused after 40 seconds.
# Needs smtp-sink, sqlite3 and target/dist (mvn package), or another caravel named by CARAVEL. As root smtp-sink runs as nobody.
# Usage: src/test/bench/faults.sh [PEOPLE] [CASE...]   a case is one word or a quoted "flag value"; all where none is named
set -euo pipefail
cd "$(dirname "$0")/../../.."
people=${1:-200}; shift || true
caravel=${CARAVEL:-$PWD/target/dist/bin/caravel}
export PATH=$PATH:/usr/sbin
port=$((20000 + RANDOM % 20000))
work=$(mktemp -d); trap 'kill "${sink:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
as=(); [ "$(id -u)" = 0 ] && { as=(-u nobody); chmod 777 "$work"; }
longest=40 # seconds a case lasts before it is paused: what is put off waits for minutes

cases=("")
for flag in -q -Q -r -f; do for command in connect ehlo mail rcpt data . quit rset; do cases+=("$flag $command"); done; done
cases+=("-s mail,rcpt" "-S begun" "-R $work" -8 -a -C -e -E -F -L -N -p -P "-A 0" "-h other.example" "-m 1" "-n 3" "-M 50" "-t 1" "-T 1024" "-H 1" "-w 1"
  "-W connect:1" "-W ehlo:1" "-W mail:1:10" "-W rcpt:1:10" "-W .:1:10" "-b 421" "-B 554")
[ $# -gt 0 ] && cases=("$@")

{ echo name,email; for ((i = 0; i < people; i++)); do echo "P$i,p$i@x.example"; done; } > "$work/people.csv"
echo '<p>Dear {{ first_name }}</p>' > "$work/mail.html"
run() { "$caravel" --home "$work/home" "$@"; }
run contacts import "$work/people.csv" --list L > /dev/null
run account add A --from "Anna <anna@lumitech.example>" --host 127.0.0.1 --port "$port" --security none > /dev/null
run campaign create C --list L --account A --subject "Offer" --html "$work/mail.html" > /dev/null
mv "$work/home" "$work/ready"
db() { sqlite3 -cmd '.timeout 5000' "$work/home/caravel.db" "$1" 2> /dev/null; }

printf '%-16s %4s %5s %5s %5s %5s %5s %5s %6s %5s %6s  %s\n' flag exit sent defer fail doubt queue other taken twice secs sentence
for case in "${cases[@]}"; do
  rm -rf "$work/home"; cp -r "$work/ready" "$work/home"; rm -f "$work/dump"
  port=$((port + 1)); db "UPDATE account SET smtp_port = $port"
  # shellcheck disable=SC2086 # a case is words
  smtp-sink "${as[@]}" -D "$work/dump" $case "127.0.0.1:$port" 100 2> "$work/sink" & sink=$!
  for ((i = 0; i < 50; i++)); do (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null && break; sleep 0.05; done
  kill -0 "$sink" || { cat "$work/sink" >&2; exit 1; }
  begun=$(date +%s.%N)
  run campaign send C --connections 4 > /dev/null 2> "$work/errors" & send=$!
  for ((i = 0; i < longest * 5; i++)); do
    kill -0 "$send" 2> /dev/null || break
    [ "$(db "SELECT count(*) > 0 AND sum(state IN ('queued', 'sending')) = 0 FROM message")" = 1 ] && [ "$(db "SELECT sum(state = 'deferred') FROM message")" != 0 ] && break
    sleep 0.2
  done
  if kill -0 "$send" 2> /dev/null; then run campaign pause C > /dev/null 2>&1 || true; fi
  code=0; wait "$send" || code=$?
  seconds=$(python3 -c "print(f'{$(date +%s.%N) - $begun:.1f}')")
  kill "$sink" 2> /dev/null || true; wait "$sink" 2> /dev/null || true; sink=
  of() { db "SELECT count(*) FROM message WHERE state IN ($1)"; }
  taken=0; twice=0
  [ -s "$work/dump" ] && { taken=$(grep -ac '^X-Rcpt-Args' "$work/dump"); twice=$(grep -a '^X-Rcpt-Args' "$work/dump" | sort | uniq -d | wc -l); }
  said=$(grep -av '^untracked\|tracker' "$work/errors" | tail -1 || true)
  why=$(db "SELECT coalesce(reply, reason) FROM transition WHERE state IN ('deferred', 'failed', 'in_doubt') ORDER BY id DESC LIMIT 1")
  printf '%-16s %4s %5s %5s %5s %5s %5s %5s %6s %5s %6s  %s\n' "${case:-(none)}" "$code" "$(of "'sent'")" "$(of "'deferred'")" "$(of "'failed'")" "$(of "'in_doubt'")" \
    "$(of "'queued', 'sending'")" "$(of "'held', 'suppressed', 'cancelled', 'bounced'")" "$taken" "$twice" "$seconds" "${said:-$why}"
done
