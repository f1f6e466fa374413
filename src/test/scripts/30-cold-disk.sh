#!/usr/bin/env bash
# Plays a song whose files have just been thrown out of the system's memory: it has to begin late rather than with gaps.
# Needs the app image, and to be root: only root may empty the system's page cache.
set -euo pipefail
cd "$(dirname "$0")/../../.."

headroom=$PWD/target/dist/headroom/bin/headroom
drop=/proc/sys/vm/drop_caches
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Eight stereo tracks of half a minute, 24 bit.
stems=()
for n in 1 2 3 4 5 6 7 8; do
    stems+=("$work/stem $n.wav")
    ffmpeg -nostdin -v error -f lavfi -i "anoisesrc=r=48000:d=30:seed=$n:a=0.02" -ac 2 -c:a pcm_s24le "$work/stem $n.wav"
done
"$headroom" new "$work/Song.headroom" "${stems[@]}" >/dev/null

if [ ! -w "$drop" ]; then
    echo "skipped: only root can empty the page cache ($drop)"
    exit 0
fi
sync
echo 3 >"$drop"
"$headroom" play "$work/Song.headroom" --device null --seconds 6 --json >"$work/report.json"
python3 - "$work/report.json" <<'END'
import json, sys
report = json.load(open(sys.argv[1]))
print({name: report[name] for name in ("blocks", "lateBlocks", "starvedBlocks", "renderWorstMs", "blockMs")})
if report["starvedBlocks"] or report["blocks"] * report["blockMs"] < 5900:
    sys.exit(f"the disk was waited for in the sound: {report}")
END
