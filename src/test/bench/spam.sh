#!/usr/bin/env bash
# Mails as the composer makes them: read by Python's strict parser, and judged by SpamAssassin's local rules beside the same HTML
# and text sent by nodemailer. Caravel's may have no more points. The mails stay in FOLDER where one is named.
# Needs spamassassin, python3, node with nodemailer (NODE_PATH=FOLDER/node_modules after npm install nodemailer there), a JDK 25
# in JAVA_HOME and target/test-classes (mvn test-compile). Usage: src/test/bench/spam.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mails=${1:-$work/mails}
mkdir -p "$mails" "$work/home"
jars=$(mvn -o -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout 2> /dev/null)
"${JAVA_HOME:?}/bin/java" -Xmx512m -cp "target/classes:target/test-classes:$jars" app.caravel.bench.WrittenMails "$mails"
python3 src/test/bench/strict.py "$mails" "$(find "$mails" -name '*.eml' | wc -l)"

# the same words by nodemailer: what it would send, written instead
python3 - "$mails" > "$work/same.json" <<'PY'
import email, email.policy, glob, json, sys
same = {}
for file in sorted(glob.glob(sys.argv[1] + "/*.eml")):
    mail = email.message_from_bytes(open(file, "rb").read(), policy=email.policy.default)
    pictures = [{"cid": part["Content-ID"].strip("<>"), "contentType": part.get_content_type(), "encoding": "base64", "filename": "panel.png",
                 "content": part.get_payload().replace("\n", "")} for part in mail.walk() if part["Content-ID"]]
    same[file] = {"from": str(mail["From"]), "to": str(mail["To"]), "subject": str(mail["Subject"]), "text": mail.get_body(("plain",)).get_content(),
                  "html": mail.get_body(("html",)).get_content(), "attachments": pictures}
json.dump(same, sys.stdout)
PY
node - "$work/same.json" <<'JS'
const fs = require('fs'), nodemailer = require('nodemailer');
const out = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
(async () => {
  for (const [file, mail] of Object.entries(JSON.parse(fs.readFileSync(process.argv[2])))) {
    fs.writeFileSync(file.replace(/eml$/, 'nodemailer'), (await out.sendMail(mail)).message);
  }
})();
JS

# points of a mail, then the rules that gave them
judged() {
  HOME=$work/home spamassassin -L -t < "$1" | python3 -c '
import email, re, sys
status = " ".join(email.message_from_binary_file(sys.stdin.buffer)["X-Spam-Status"].split())
print(re.search(r"score=(-?[\d.]+)", status)[1], re.search(r"tests=(.*?) autolearn", status)[1].replace(" ", ""))'
}
printf '%-32s %8s %11s\n' '' Caravel nodemailer
worse=0
for mail in "$mails"/*-1.eml; do
  read -r ours rules <<< "$(judged "$mail")"
  read -r theirs their_rules <<< "$(judged "${mail%eml}nodemailer")"
  printf '%-32s %8s %11s   %s\n' "$(basename "$mail" -1.eml)" "$ours" "$theirs" "$rules$([ "$rules" = "$their_rules" ] || echo " against $their_rules")"
  if awk "BEGIN { exit !($ours > $theirs) }"; then worse=$((worse + 1)); fi
done
echo "$worse mails with more points"
[ "$worse" = 0 ]
