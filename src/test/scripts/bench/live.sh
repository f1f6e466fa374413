#!/usr/bin/env bash
# Whether sessions of 8 to 128 tracks play without a gap, with blocks of 128 to 512 frames, while they are edited: a
# Markdown table, row by row.
#
# Usage: live.sh SECONDS [option of bench live ...]       600 seconds a row are what docs/measurements.md shows
# HEADROOM is the program; the app image that was built last without it. Let nothing else run meanwhile: what the threads
# that render waited for processors is in the last column.
set -euo pipefail

seconds=${1:?"how many seconds for each row?"}
shift
headroom=${HEADROOM:-$(dirname "$0")/../../../../target/dist/headroom/bin/headroom}

row() {
    "$headroom" bench live --tracks "$1" --buffer "$2" --seconds "$seconds" --json "${@:3}" | python3 -c '
import json, sys
f = json.load(sys.stdin)
waited = f["waitedMs"]
cells = [
    f["tracks"], "%d (%.1f ms)" % (f["blockFrames"], f["blockMs"]), f["blocks"], f["lateBlocks"], f["starvedBlocks"],
    "%.2f" % f["renderMedianMs"], "%.2f" % f["renderP99Ms"],
    "%.2f (%.0f %%)" % (f["renderP999Ms"], 100 * f["p999Load"]), "%.2f" % f["renderWorstMs"],
    "%.1f" % f["bytesPerBlock"], f["edits"], f["graphs"], "%d, %d ms" % (f["pauses"], f["longestPauseMs"]),
    "%.0f" % f["peakMemoryMb"], "–" if waited is None else "%.2f %%" % (waited / f["seconds"] / 10),
]
print("|", " | ".join(str(cell) for cell in cells), "|", flush=True)
for notice in f["notices"]:
    print("note:", notice, file=sys.stderr)
if f["brokenReadings"]:
    sys.exit("meters showed what is not a number")
'
}

echo "| tracks | block | blocks | late | for the disk | median ms | 99 % | 99.9 % (of the block) | worst | bytes a block" \
    "| edits | graphs | pauses, longest | peak MB | waited |"
echo "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"
for buffer in 128 256 512; do
    row 32 "$buffer" "$@"
done
for tracks in 8 16 64 128; do
    row "$tracks" 256 "$@"
done
