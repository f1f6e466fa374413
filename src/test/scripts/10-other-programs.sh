#!/usr/bin/env bash
# What Headroom writes and measures, measured again by other programs: ffmpeg's ebur128, flac -t, opusinfo.
#
#   10-other-programs.sh [PROGRAM]     default: target/dist/headroom/bin/headroom
#
# Ends with "N passed, M failed"; the exit code is 0 only when nothing failed.
set -u
cd "$(dirname "$0")/../../.."
H=${1:-target/dist/headroom/bin/headroom}
for tool in ffmpeg flac opusinfo python3; do
  command -v "$tool" >/dev/null || { echo "needs $tool" >&2; exit 2; }
done
D=$(mktemp -d); trap 'rm -rf "$D"' EXIT
passed=0 failed=0
check() { # DESCRIPTION COMMAND...
  local what=$1; shift
  if "$@" >"$D/log" 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $what"; sed 's/^/    /' "$D/log" | tail -5; fi
}
near() { awk -v a="$1" -v b="$2" -v t="$3" 'BEGIN { d = a - b; if (d < 0) d = -d; printf "%s against %s, allowed %s\n", a, b, t; exit !(d <= t + 1e-9) }'; }
at_most() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%s at most %s\n", a, b; exit !(a <= b + 1e-9) }'; }
field() { python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2"; }
ebur128() { # FILE: prints "LUFS LRA TRUEPEAK" by ffmpeg
  ffmpeg -nostdin -hide_banner -i "$1" -af ebur128=peak=true -f null - 2>&1 |
    awk '/Summary/ {s=1} s && $1=="I:" {i=$2} s && $1=="LRA:" {l=$2} s && $1=="Peak:" {p=$2} END {print i, l, p}'
}

SONG=$(ls -d samples/*.headroom | head -1)
check "the sample song bounces" "$H" bounce "$SONG" -o "$D/mix.wav" --bits 32f
read -r lufs lra peak < <(ebur128 "$D/mix.wav")
"$H" measure "$D/mix.wav" --json >"$D/mix.json"
# ffmpeg prints one decimal.
check "integrated loudness as ffmpeg measures it" near "$(field "$D/mix.json" integratedLufs)" "$lufs" 0.1
check "loudness range as ffmpeg measures it" near "$(field "$D/mix.json" loudnessRangeLu)" "$lra" 0.5 # Steps of the window differ; EBU allows 1 LU.
check "true peak as ffmpeg measures it" near "$(field "$D/mix.json" truePeakDbtp)" "$peak" 0.3

for target in spotify apple-music youtube tidal amazon deezer soundcloud ebu-r128 aes-td1008; do
  check "a master for $target" "$H" master "$D/mix.wav" -o "$D/$target.wav" --target "$target" --report "$D/$target.json"
  read -r lufs _ peak < <(ebur128 "$D/$target.wav")
  wanted=$("$H" targets --json | python3 -c 'import json,sys; t=[t for t in json.load(sys.stdin)["targets"] if t["name"]==sys.argv[1]][0]; print(t["lufs"], t["ceilingDbtp"])' "$target")
  check "$target: loudness by ffmpeg" near "$lufs" "${wanted% *}" 0.15
  check "$target: true peak by ffmpeg" at_most "$peak" "${wanted#* }"
  check "$target: loudness by Headroom" near "$(field "$D/$target.json" integratedLufs)" "${wanted% *}" 0.1
  check "$target: true peak by Headroom" at_most "$(field "$D/$target.json" truePeakDbtp)" "${wanted#* }"
done

check "a master for CD" "$H" master "$D/mix.wav" -o "$D/cd.flac" --target cd --tag title=Proof --tag isrc=USRC17607839
check "flac -t accepts it" flac -s -t "$D/cd.flac"
check "it is 16 bit" test "$(ffprobe -v error -show_entries stream=bits_per_raw_sample -of csv=p=0 "$D/cd.flac" | tr -d ,)" = 16
check "it is 44.1 kHz" test "$(ffprobe -v error -show_entries stream=sample_rate -of csv=p=0 "$D/cd.flac" | tr -d ,)" = 44100
check "its tags are there" test "$(ffprobe -v error -show_entries format_tags=ISRC -of csv=p=0 "$D/cd.flac")" = USRC17607839

check "an Opus master" "$H" master "$D/mix.wav" -o "$D/m.opus" --target spotify --tag title=Proof
check "opusinfo accepts it" sh -c "opusinfo '$D/m.opus' | tee /dev/stderr | grep -qi 'title=Proof' && ! opusinfo '$D/m.opus' | grep -qi -e warning -e error"
check "an MP3 master" "$H" master "$D/mix.wav" -o "$D/m.mp3" --target spotify --tag title=Proof
for f in m.opus m.mp3; do
  read -r lufs _ peak < <(ebur128 "$D/$f")
  check "$f: loudness by ffmpeg" near "$lufs" -14 0.15
  check "$f: true peak by ffmpeg" at_most "$peak" -0.9 # Another decoder rounds otherwise.
done

for ending in wav flac aiff mp3 opus; do
  check "process writes $ending" "$H" process "$D/mix.wav" -o "$D/p.$ending" 'utility gain=-3'
  check "ffmpeg reads $ending" ffmpeg -nostdin -v error -i "$D/p.$ending" -f null -
done
ffmpeg -nostdin -v error -f lavfi -i "sine=frequency=997:duration=3:sample_rate=44100" -ac 2 -c:a libvorbis -q:a 6 "$D/v.ogg"
ffmpeg -nostdin -v error -f lavfi -i "sine=frequency=997:duration=3:sample_rate=44100" -ac 2 -c:a aac -b:a 192k "$D/a.m4a"
for f in v.ogg a.m4a; do
  read -r lufs _ _ < <(ebur128 "$D/$f")
  "$H" measure "$D/$f" --json >"$D/f.json" 2>"$D/log"
  check "$f measures as in ffmpeg" near "$(field "$D/f.json" integratedLufs)" "$lufs" 0.1
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
