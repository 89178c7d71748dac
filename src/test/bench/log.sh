#!/usr/bin/env bash
# "log search" over 1,000,000 lines against grep over the same files, in one run, both less their start on one line; by Message-ID with
# the index beside the files, made and ready; an event that half of the lines have; memory. Needs target/classes (mvn compile) and a
# JDK 25 in JAVA_HOME. Usage: src/test/bench/log.sh [LINES]
set -euo pipefail
cd "$(dirname "$0")/../../.."
lines=${1:-1000000}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
jars=$(mvn -o -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout)
logs="$work/home/logs/MessageTracking"
mkdir -p "$logs" "$work/one"
caravel() { "${JAVA_HOME:?}/bin/java" @src/main/dist/lib/caravel.args -cp "target/classes:$jars" app.caravel.Caravel --home "$work/home" "$@"; }
caravel log rebuild > /dev/null 2>&1 || caravel contacts suppress nobody@nowhere.example --reason manual > /dev/null
python3 - "$logs" "$work/one" "$lines" <<'PY'
import datetime, sys
folder, one, lines = sys.argv[1], sys.argv[2], int(sys.argv[3])
fields = ("date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,"
          "recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality,tenant-id,original-client-ip,original-server-ip,custom-data")
head = f"#Software: Caravel\r\n#Version: 15.00.0000.000\r\n#Log-type: Message Tracking Log\r\n#Date: 2026-11-01T00:00:00.000Z\r\n#Fields: {fields}\r\n"
begin = datetime.datetime(2026, 11, 1)
def line(i):
    at = (begin + datetime.timedelta(milliseconds=1700 * i)).isoformat(timespec="milliseconds") + "Z"
    mail = i // 2
    who = f"buyer{mail:07d}@firm{mail % 5000}.example"
    event = (f'"Event:{i}, MessageClass:IPM.Note, CreationTime:{at}, ClientType:Caravel",anna,STOREDRIVER,SUBMIT' if i % 2 == 0 else f"250 2.0.0 Ok: queued as {i:X}Q,anna,SMTP,SEND")
    return (f"{at},,desk,,smtp.lumitech.example,{event},{mail},<{mail:020x}@lumitech.example>,{mail:08x}-0000-3000-8000-000000000000,{who},To,,1,,,"
            f'"New panels, prices until {mail % 28 + 1} December",anna@lumitech.example,anna@lumitech.example,,Originating,,,,S:Campaign=Autumn offer;S:State=sent\r\n')
out, size, number, day = None, 0, 0, None
for i in range(lines):
    text = line(i)
    if out is None or size + len(text) > 10 << 20 or text[:10] != day:
        number = number + 1 if text[:10] == day else 1
        day = text[:10]
        out = open(f"{folder}/MSGTRK{day.replace('-', '')}-{number}.log", "w", newline="")
        size = out.write(head)
    size += out.write(text)
open(f"{one}/MSGTRK20261101-1.log", "w", newline="").write(head + line(0))
PY
du -sm "$logs" | cut -f1 | xargs -I{} echo "{} MB, $lines lines, $(ls "$logs" | wc -l) files"
mail=$((lines / 2 - 77)); who=$(printf 'buyer%07d@firm%d.example' "$mail" $((mail % 5000))); id=$(printf '<%020x@lumitech.example>' "$mail")
best() { # the best of three, in seconds
  for _ in 1 2 3; do /usr/bin/env time -f '%e %M' -o "$work/time" "$@" > "$work/out" 2>/dev/null || true; cat "$work/time"; done | sort -n | head -1
}
cat "$logs"/* > /dev/null
ours() { best "${JAVA_HOME:?}/bin/java" @src/main/dist/lib/caravel.args -cp "target/classes:$jars" app.caravel.Caravel --home "$work/home" log search --json "$@"; }
read -r dry _ <<< "$(ours --folder "$work/one")"
for what in "recipient $who" "recipient @firm77.example" "subject until 13 December" "event SEND"; do
  flag=--${what%% *}; word=${what#* }
  read -r grep _ <<< "$(best grep -r -F -c -e "$word" "$logs")"
  read -r gi _ <<< "$(best grep -r -F -i -c -e "$word" "$logs")"
  read -r time memory <<< "$(ours "$flag" "$word" --folder "$logs")"
  python3 -c "print(f'$what: grep $grep s (-i $gi s); ours $time s, less a start of $dry s: {($time - $dry) / $grep:.2f} times grep; {$memory / 1024:.0f} MB')"
done
read -r scan _ <<< "$(ours --message-id "$id" --folder "$logs")"
/usr/bin/env time -f '%e' -o "$work/first" "${JAVA_HOME:?}/bin/java" @src/main/dist/lib/caravel.args -cp "target/classes:$jars" app.caravel.Caravel --home "$work/home" log search --message-id "$id" --json > /dev/null
read -r ready _ <<< "$(ours --message-id "$id")"
echo "by Message-ID: $scan s without an index, $(cat "$work/first") s making it, $ready s with it ($(wc -l < "$work/out") lines), start and all"
