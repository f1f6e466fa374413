#!/usr/bin/env bash
# Brings the pictures of the guide to the Mix view here: those that GuidePicturesTest has left in target/screens, smaller
# and with fewer colors. Needs ImageMagick.
#     mvn -q test -Dtest=GuidePicturesTest && docs/pictures/take.sh
set -euo pipefail
cd "$(dirname "$0")"

screens=../../target/screens
ls "$screens"/guide-*.png >/dev/null
for picture in "$screens"/guide-*.png; do
    name=$(basename "$picture")
    convert "$picture" -strip -filter Lanczos -resize 1200x -dither None -colors 256 \
        -define png:compression-level=9 "PNG8:${name#guide-}"
done
ls -l ./*.png
