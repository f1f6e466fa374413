#!/usr/bin/env bash
# Brings the pictures of the guides here: those that GuidePicturesTest and MasterFlowTest have left in target/screens,
# smaller and with fewer colors. Needs ImageMagick.
#     mvn -q test -Dtest='GuidePicturesTest,MasterFlowTest' && docs/pictures/take.sh
set -euo pipefail
cd "$(dirname "$0")"

screens=../../target/screens
ls "$screens"/guide-*.png "$screens"/master-[2-7]-*.png >/dev/null
for picture in "$screens"/guide-*.png "$screens"/master-[2-7]-*.png; do
    name=$(basename "$picture" | sed 's/^master-[0-9]-/master-/')
    convert "$picture" -strip -filter Lanczos -resize 1200x -dither None -colors 256 \
        -define png:compression-level=9 "PNG8:${name#guide-}"
done
ls -l ./*.png
