#!/usr/bin/env bash
# Mails per second, cold start, each durable in the ledger, against smtp-source and nodemailer's pool into the same smtp-sink; and memory.
# Then the same with STARTTLS, into the tls-sink beside this, against nodemailer's pool.
# As root, set SINK_USER=nobody. Needs Debian's postfix (smtp-sink, smtp-source), gcc, libssl-dev, openssl, sqlite3 and npm, keytool of a JDK,
# and target/dist (mvn package -DskipTests). Usage: src/test/bench/send.sh [MAILS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
mails=${1:-20000}
caravel=target/dist/bin/caravel
work=$(mktemp -d)
trap 'kill $sink ${secure_sink:-} 2>/dev/null; rm -rf "$work"' EXIT
port=2599
smtp-sink ${SINK_USER:+-u "$SINK_USER"} 127.0.0.1:$port 1000 & sink=$!
sleep 1

python3 - "$work" "$mails" <<'PY'
import sys
work, mails = sys.argv[1], int(sys.argv[2])
with open(work + "/list.csv", "w") as f:
    f.write("Name,Company,E-mail\n")
    for i in range(mails):
        f.write(f"Person{i} Test,Company {i},p{i}@x{i % 50}.example\n")
line = '<p>Row {i}: lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor of the same kind as before</p>\n'
link = '<p>Row {i}: lorem ipsum dolor sit amet for {{{{ company | default: "you" }}}}, <a href="https://www.lumitech.example/p{i}">see it</a></p>\n'
body = "".join((line if i % 7 else link).format(i=i) for i in range(73))  # 20 kB as a mail, its plain text and its tokens with it; 12 links, 14 places for values
open(work + "/mail.html", "w").write('<html><body><p>Dear {{ first_name | default: "friend" }},</p>' + body + '<a href="{{ unsubscribe_url }}">no more</a></body></html>')
PY
home=$work/home
$caravel --home "$home" contacts import "$work/list.csv" --list L > /dev/null
$caravel --home "$home" account add a --from "Anna <anna@lumitech.example>" --host 127.0.0.1 --port $port --security none > /dev/null
$caravel tracker serve --data "$work/tracker" --port 2598 --public-url http://127.0.0.1:2598 > /dev/null & tracker=$!
sleep 2
$caravel --home "$home" tracker pair "$($caravel tracker workspace add bench --data "$work/tracker" | tail -1)" > /dev/null
kill $tracker
$caravel --home "$home" campaign create B --list L --account a --subject 'Offer for {{ company | default: "you" }}' --html "$work/mail.html" > /dev/null

for round in 1 2; do
  s0=$(date +%s.%N); smtp-source -d -s 8 -m "$mails" -l 20000 127.0.0.1:$port; s1=$(date +%s.%N)
  [ $round = 1 ] && { c0=$(date +%s.%N); /usr/bin/env time -f '%M' -o "$work/rss" $caravel --home "$home" campaign send B --connections 8 --json; c1=$(date +%s.%N); }
  echo "smtp-source: $(python3 -c "print(round($mails / ($s1 - $s0)))") mails/s"
done
(cd "$work" && npm install --silent --no-audit --no-fund nodemailer > /dev/null 2>&1 && cat > pool.mjs <<'JS'
import nodemailer from 'nodemailer';
import { readFileSync } from 'node:fs';
const [port, mails, tls] = process.argv.slice(2).map(Number);
const html = readFileSync('mail.html', 'utf8');
const text = html.replaceAll(/<[^>]*>/g, '');
const pool = nodemailer.createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: 8, maxMessages: Infinity, ignoreTLS: !tls, requireTLS: !!tls, tls: { rejectUnauthorized: false } });
const begun = performance.now();
let next = 0;
// as its documentation has it: at most so many waiting that memory stays small
async function feed() { while (next < mails) { const i = next++; await pool.sendMail({ from: 'anna@lumitech.example', to: `p${i}@x${i % 50}.example`, subject: `Offer for Company ${i}`, html: html.replaceAll(/\{\{.*?\}\}/g, `Company ${i}`), text: text.replaceAll(/\{\{.*?\}\}/g, `Company ${i}`) }); } }
await Promise.all(Array.from({ length: 32 }, feed));
console.log(Math.round(mails / ((performance.now() - begun) / 1000)));
pool.close();
JS
node pool.mjs $port $((mails / 4)) > nodemailer.txt) || echo "nodemailer could not be had"
python3 -c "
ours = $mails / ($c1 - $c0); theirs = $mails / ($s1 - $s0)
print(f'caravel: {ours:.0f} mails/s cold, ratio {ours / theirs:.2f}')
try:
    pool = int(open('$work/nodemailer.txt').read())
    print(f'nodemailer: {pool} mails/s, ratio {ours / pool:.2f}')
except (OSError, ValueError):
    pass"

secured=2597
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout "$work/key.pem" -out "$work/cert.pem" 2> /dev/null
keytool -importcert -noprompt -alias bench -file "$work/cert.pem" -keystore "$work/trust.p12" -storepass changeit -storetype PKCS12 > /dev/null 2>&1
cc -O2 -o "$work/tls-sink" src/test/bench/tls-sink.c -lssl -lcrypto -lpthread
"$work/tls-sink" $secured "$work/cert.pem" "$work/key.pem" & secure_sink=$!
sleep 1
$caravel --home "$home" account add s --from "Anna <anna@lumitech.example>" --host localhost --port $secured --security starttls > /dev/null
$caravel --home "$home" campaign create S --list L --account s --subject 'Offer for {{ company | default: "you" }}' --html "$work/mail.html" > /dev/null
s0=$(date +%s.%N)
JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=$work/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit" $caravel --home "$home" campaign send S --connections 8 --json 2> /dev/null
s1=$(date +%s.%N)
(cd "$work" && node pool.mjs $secured $((mails / 4)) 1 > nodemailer-tls.txt) || echo "nodemailer could not be had"
python3 -c "
ours = $mails / ($s1 - $s0); pool = int(open('$work/nodemailer-tls.txt').read())
print(f'STARTTLS: caravel {ours:.0f} mails/s cold, nodemailer {pool} mails/s, ratio {ours / pool:.2f}')"

echo "a mail: $(sqlite3 "$home/caravel.db" "SELECT CAST(avg(bytes) AS INTEGER) FROM message") bytes"
[ -s "$work/rss" ] && echo "caravel: $(( $(tail -1 "$work/rss") / 1024 )) MB resident"
