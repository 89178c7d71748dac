#!/usr/bin/env bash
# "log search" of target/dist over 1,000,000 lines against grep over the same files, less a start on one line; by Message-ID with the
# index beside the files, made and ready; an event that half of the lines have; memory. All by turns, the best of each. Needs
# target/dist (mvn package). Usage: src/test/bench/log.sh [LINES [ROUNDS]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
lines=${1:-1000000} rounds=${2:-5}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
logs="$work/home/logs/MessageTracking"
mkdir -p "$logs" "$work/one"
target/dist/bin/caravel --home "$work/home" contacts suppress nobody@nowhere.example --reason manual > /dev/null
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
cat "$logs"/* > /dev/null
python3 - "$work" "$logs" "$lines" "$rounds" <<'PY'
import glob, os, subprocess, sys, time
work, logs, lines, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
mail = lines // 2 - 77
ident, search = f"<{mail:020x}@lumitech.example>", ["target/dist/bin/caravel", "--home", f"{work}/home", "log", "search", "--json"]

def run(command):
    """Seconds, seconds of CPU, MB."""
    with open(f"{work}/out", "w") as out:  # a file: grep stops at the first line where nobody reads
        begun = time.monotonic()
        _, _, used = os.wait4(subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL).pid, 0)
        return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024

def best(runs):
    return [min(each) for each in zip(*runs)]

for flag, word in ("recipient", f"buyer{mail:07d}@firm{mail % 5000}.example"), ("recipient", "@firm77.example"), ("subject", "until 13 December"), ("event", "SEND"), ("message-id", ident):
    commands = {"grep": ["grep", "-r", "-F", "-c", "-e", word, logs], "grep -i": ["grep", "-r", "-F", "-i", "-c", "-e", word, logs],
                "start": search + [f"--{flag}", word, "--folder", f"{work}/one"], "ours": search + [f"--{flag}", word, "--folder", logs]}
    turns = [{name: run(command) for name, command in commands.items()} for _ in range(rounds)]
    grep, gi, start, ours = (best(turn[name] for turn in turns) for name in commands)
    print(f"{flag} {word}: grep {grep[0]:.2f} s (-i {gi[0]:.2f}); ours {ours[0]:.2f} s, less a start of {start[0]:.2f}: {(ours[0] - start[0]) / grep[0]:.2f} times grep"
          f" (CPU {(ours[1] - start[1]) / grep[1]:.2f} times); {ours[2]:.0f} MB")
made, ready = [], []
for _ in range(rounds):
    for index in glob.glob(f"{logs}/*.ids"):
        os.remove(index)
    made.append(run(search + ["--message-id", ident]))
    ready.append(run(search + ["--message-id", ident]))
    assert len(open(f"{work}/out").readlines()) == 2
print(f"by Message-ID, start and all: {best(made)[0]:.2f} s making the index, {best(ready)[0]:.2f} s with it")
PY
