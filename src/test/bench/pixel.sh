#!/usr/bin/env bash
# Pixel requests per second: the tracker, each event on disk before its answer, beside nginx's empty_gif, which stores
# nothing. Both in one run on loopback, in turns, asked by wrk for the same paths; then the memory of both.
#   pixel.sh [SECONDS a round] [CONNECTIONS] [ROUNDS]
# Needs wrk, nginx and target/dist (mvn package). CARAVEL and JAVA name other ones; DATA the folder of the tracker's database.
set -euo pipefail
seconds=${1:-10} connections=${2:-64} rounds=${3:-3}
project=$(cd "$(dirname "$0")/../../.." && pwd)
caravel=${CARAVEL:-$project/target/dist/bin/caravel}
java=${JAVA:-$project/target/dist/runtime/bin/java}
work=$(mktemp -d)
data=${DATA:-$work/data}
tracker='' nginx=''
stop() { for process in $tracker $nginx; do kill "$process" 2>/dev/null || true; done; wait; rm -rf "$work"; }
trap stop EXIT

"$caravel" tracker serve --data "$data" --bind 127.0.0.1 --port 0 > "$work/said" &
tracker=$!
for _ in $(seq 300); do grep -q 'port' "$work/said" && break; sleep 0.1; done
port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' "$work/said")
line=$("$caravel" tracker workspace add "bench $$" --data "$data" | tail -n 1)
"$java" -cp "$project/target/classes:$project/target/test-classes:$project/target/dist/lib/*" app.caravel.bench.PixelPaths "$line" 1000 > "$work/paths"

nginx_port=$((20000 + RANDOM % 10000))
cat > "$work/nginx.conf" <<CONF
daemon off; pid $work/nginx.pid; error_log $work/error.log; worker_processes auto;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000; client_body_temp_path $work/b; proxy_temp_path $work/p;
fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
server { listen 127.0.0.1:$nginx_port; location / { empty_gif; } } }
CONF
nginx -c "$work/nginx.conf" 2>/dev/null &
nginx=$!

cat > "$work/paths.lua" <<LUA
local paths, at = {}, 0
for path in io.lines("$work/paths") do paths[#paths + 1] = wrk.format("GET", path, {
  ["Host"] = "t.example.com", ["Accept"] = "image/avif,image/webp,image/png,*/*", ["Accept-Encoding"] = "gzip, deflate, br",
  ["Accept-Language"] = "de-DE,de;q=0.9,en;q=0.8",
  ["User-Agent"] = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"}) end
function request() at = at % #paths + 1; return paths[at] end
function done(summary, latency) io.write(string.format("%d %.2f %d %d\n", summary.requests * 1000000 / summary.duration,
  latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout,
  summary.requests)) end
LUA
family() { echo "$1"; pgrep -P "$1" || true; }
# hundredths of a second that a process and its children have had
ticks() { local sum=0 process; for process in $(family "$1"); do sum=$((sum + $(awk '{ print $14 + $15 }' "/proc/$process/stat"))); done; echo "$sum"; }
memory() { local process; for process in $(family "$1"); do grep VmRSS "/proc/$process/status"; done | awk '{ sum += $2 } END { printf "%.0f", sum / 1024 }'; }
ask() { wrk -t2 -c"$connections" -d"$1"s -s "$work/paths.lua" "http://127.0.0.1:$2" | tail -n 1; }
# one round: rate, p99, errors, microseconds of processor a request
round() {
  local before line
  before=$(ticks "$1")
  line=$(ask "$seconds" "$2")
  awk -v before="$before" -v after="$(ticks "$1")" '{ printf "%d %s %d %.0f\n", $1, $2, $3, (after - before) * 10000 / $4 }' <<< "$line"
}
median() { sort -n | awk '{ rows[NR] = $0 } END { print rows[int((NR + 1) / 2)] }'; }
ask 3 "$port" > /dev/null; ask 1 "$nginx_port" > /dev/null
for _ in $(seq "$rounds"); do
  round "$nginx" "$nginx_port" >> "$work/nginx"
  round "$tracker" "$port" >> "$work/tracker"
done
read -r n n99 ne nus <<< "$(median < "$work/nginx")"
read -r t t99 te tus <<< "$(median < "$work/tracker")"
stored=$("$caravel" tracker workspace list --data "$data" --json | sed -n "s/.*bench $$.*\"events\":\([0-9]*\).*/\1/p")
row="%-20s %10s %8s %7s %15s %5s\n"
printf "$row" '' requests/s 'p99 ms' errors 'CPU us/request' MB
printf "$row" 'nginx empty_gif' "$n" "$n99" "$ne" "$nus" "$(memory "$nginx")"
printf "$row" 'tracker, on disk' "$t" "$t99" "$te" "$tus" "$(memory "$tracker")"
echo "ratio $(awk "BEGIN { printf \"%.2f\", $t / $n }"), events stored $stored, $connections connections, median of $rounds rounds of $seconds s"
