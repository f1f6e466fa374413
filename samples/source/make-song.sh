#!/bin/sh
# Makes the raw stems of the sample song "Room Above the Rain" again.
#
# Needs a Debian 12 (or similar) system with these packages:
#   apt-get install fluidsynth fluid-soundfont-gm flite flac \
#                   python3 python3-numpy python3-scipy
# About 1 GB of memory, two minutes on one core, no network, no sound card.
#
#   ./make-song.sh                    writes into the project's media folder
#   ./make-song.sh OUTPUT             writes into OUTPUT
#   ./make-song.sh --check            makes them in a temporary folder and
#                                     compares the audio with the media folder
#
# Everything is seeded: two runs give the same samples, bit for bit. (Another
# processor family or other versions of the packages may round the last bit of
# a sample differently.)
set -eu

here=$(cd "$(dirname "$0")" && pwd)
media="$here/../Room Above the Rain.headroom/media"
python=${PYTHON:-/usr/bin/python3}

for tool in fluidsynth flite flac "$python"; do
    command -v "$tool" >/dev/null 2>&1 || { echo "make-song.sh: $tool is missing (see the top of this script)" >&2; exit 1; }
done
[ -f /usr/share/sounds/sf2/FluidR3_GM.sf2 ] || { echo "make-song.sh: install fluid-soundfont-gm" >&2; exit 1; }
"$python" -c 'import numpy, scipy' || { echo "make-song.sh: install python3-numpy and python3-scipy" >&2; exit 1; }

# one thread, so that sums are always added in the same order
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1

if [ "${1:-}" = "--check" ]; then
    tmp=$(mktemp -d)
    trap 'rm -rf "$tmp"' EXIT
    "$python" "$here/song.py" "$tmp"
    bad=0
    for f in "$media"/*.flac; do
        a=$(metaflac --show-md5sum "$f")
        b=$(metaflac --show-md5sum "$tmp/$(basename "$f")")
        if [ "$a" = "$b" ]; then echo "same       $(basename "$f")"; else echo "DIFFERENT  $(basename "$f")"; bad=1; fi
    done
    exit $bad
fi

"$python" "$here/song.py" "${1:-$media}"
