#!/usr/bin/env bash
# What Headroom leaves behind when the disk is full, when it is killed, and when nobody reads what it says: no half file,
# no half project, no stack trace, and everything that existed before.
#
#   20-full-disk.sh [PROGRAM]     default: target/dist/headroom/bin/headroom
#
# The full disk is a small tmpfs, which only root can mount; without it those checks are skipped and counted as such.
# Ends with "N passed, M failed"; the exit code is 0 only when nothing failed.
set -u
cd "$(dirname "$0")/../../.."
H=${1:-target/dist/headroom/bin/headroom}
command -v python3 >/dev/null || { echo "needs python3" >&2; exit 2; }
D=$(mktemp -d)
trap 'mountpoint -q "$D/small" && umount "$D/small"; rm -rf "$D"' EXIT
passed=0 failed=0
check() { # DESCRIPTION COMMAND...
  local what=$1; shift
  if "$@" >"$D/log" 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $what"; sed 's/^/    /' "$D/log" | tail -5; fi
}
# Runs Headroom and checks how it failed: code 1, at most two lines of error, none of them a stack trace, and a text in it.
fails() { # TEXT ARGUMENT...
  local text=$1 code; shift
  "$H" "$@" >"$D/out" 2>"$D/err"; code=$?
  echo "code $code"; cat "$D/err"
  [ $code -eq 1 ] && [ ! -s "$D/out" ] && [ "$(wc -l <"$D/err")" -le 2 ] && grep -q -- "$text" "$D/err" && ! grep -qE '^\s+at |Exception' "$D/err"
}
hidden() { [ -z "$(find "$1" -name '.*' ! -path "$1" -print)" ] || { find "$1" -name '.*' ! -path "$1"; return 1; }; }
same() { cmp "$1" "$2"; }
wait_for() { # PATTERN FOLDER: until a file of that name is there
  for _ in $(seq 1 400); do [ -n "$(find "$2" -name "$1" -size +0 -print 2>/dev/null | head -1)" ] && return 0; sleep 0.05; done
  return 1
}

# Three minutes of stereo noise with beats.
python3 - "$D/long.wav" 180 <<'P'
import random, struct, sys
rate, seconds = 48000, int(sys.argv[2])
random.seed(1)
second = bytearray()
for i in range(rate):
    e = 0.3 * 2.718 ** (-(i % 12000) / 2000)
    second += struct.pack('<hh', int(32767 * e * (random.random() - .5)), int(32767 * e * (random.random() - .5)))
with open(sys.argv[1], 'wb') as f:
    n = len(second) * seconds
    f.write(b'RIFF' + struct.pack('<I', 36 + n) + b'WAVEfmt ' + struct.pack('<IHHIIHH', 16, 1, 2, rate, rate * 4, 4, 16) + b'data' + struct.pack('<I', n))
    for _ in range(seconds): f.write(second)
P
# The same again, but for one byte: equal files are one stem.
for i in 1 2 3 4; do cp "$D/long.wav" "$D/stem$i.wav"; printf '%b' "\\0$i" | dd of="$D/stem$i.wav" bs=1 seek=100 conv=notrunc status=none; done
check "a project is made" "$H" new "$D/Song.headroom" "$D"/stem?.wav

mkdir "$D/small"
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=8m tmpfs "$D/small" 2>/dev/null; then
  echo precious >"$D/small/out.wav"
  cp "$D/small/out.wav" "$D/precious"
  for args in "bounce $D/Song.headroom -o $D/small/out.wav" "process $D/long.wav -o $D/small/out.wav utility" \
    "master $D/long.wav -o $D/small/out.wav" "codec $D/long.wav --to mp3:128 -o $D/small/out.wav" "bounce $D/Song.headroom -o $D/small/mix.flac" \
    "bounce $D/Song.headroom -o $D/small/a.wav --stems $D/small/stems" "open $D/Song.headroom -o $D/small" \
    "deliver $D/long.wav -o $D/small/release --item wav --item flac --item mp3 --report"; do
    # shellcheck disable=SC2086
    case $args in
      # It looks for room before it begins.
      deliver*) check "full disk: $args" fails "are free: choose another disk" $args; check "no half delivery" test ! -e "$D/small/release" ;;
      open*) check "full disk: $args" sh -c "! '$H' $args" ;;
      *) check "full disk: $args" fails "full" $args ;;
    esac
    check "nothing is changed" same "$D/small/out.wav" "$D/precious"
    check "nothing is left over" hidden "$D/small"
  done
  # There is room at first, and then another program takes it.
  mount -o remount,size=160m "$D/small"
  filled() {
    local job code
    "$H" "$@" >"$D/out" 2>"$D/err" &
    job=$!
    wait_for '.*' "$D/small" || { echo "the job did not begin"; kill -KILL $job; return 1; }
    dd if=/dev/zero of="$D/small/filler" bs=1M status=none 2>/dev/null
    wait $job
    code=$?
    echo "code $code"; cat "$D/err"
    rm "$D/small/filler"
    [ $code -eq 1 ] && [ ! -s "$D/out" ] && [ "$(wc -l <"$D/err")" -le 2 ] && grep -q "full" "$D/err" && ! grep -qE '^\s+at |Exception' "$D/err"
  }
  check "a disk that gets full: deliver" filled deliver "$D/long.wav" -o "$D/small/release" --item wav --item flac --item mp3 --report
  check "no half delivery" test ! -e "$D/small/release"
  check "nothing is left over" hidden "$D/small"
  mount -o remount,size=8m "$D/small"
  check "a full disk makes no project" fails "Free some space" new "$D/small/New.headroom" "$D/long.wav"
  check "no half project" test ! -e "$D/small/New.headroom"
  check "nothing is left over" hidden "$D/small"
  mkdir "$D/small/tmp"
  check "a full folder for temporary files is named with the cure" env TMPDIR="$D/small/tmp" bash -c "$(declare -f fails); H='$H' D='$D' fails TMPDIR master '$D/long.wav' -o '$D/m.wav'"
  check "no master of it" test ! -e "$D/m.wav"
  check "a missing folder for temporary files is named" env TMPDIR="$D/none" bash -c "$(declare -f fails); H='$H' D='$D' fails '$D/none' master '$D/long.wav' -o '$D/m.wav'"
  umount "$D/small"
else
  echo "skipped: the full disk needs root and mount"
fi
check "results that cannot be written are an error" bash -c "'$H' targets --json >/dev/full 2>'$D/err'; [ \$? -eq 1 ] && [ \$(wc -l <'$D/err') -eq 1 ] && cat '$D/err'"
check "a reader that leaves early is no trouble" bash -c "'$H' effects 2>'$D/err' | head -1 | grep -q . && [ ! -s '$D/err' ]"

# Killed in the middle: what was there is still there; with a chance to clean up nothing is left over.
mkdir "$D/job"
interrupted() { # SIGNAL ARGUMENT...: begins a job that writes into work, stops it in the middle
  local signal=$1; shift
  rm -rf "$D/job"; mkdir "$D/job"; echo precious >"$D/job/out.wav"
  # A shell's background jobs ignore SIGINT; this one does not.
  python3 -c 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])' \
    "$H" "$@" >"$D/out" 2>"$D/err" &
  local job=$!
  wait_for '.*' "$D/job" || { echo "the job did not begin"; kill -KILL $job; return 1; }
  pkill -"$signal" -P $job 2>/dev/null
  kill -"$signal" $job 2>/dev/null
  wait $job
  local code=$?
  echo "code $code"; cat "$D/err"; ls -A "$D/job"
  [ $code -ne 0 ] && ! grep -qE '^\s+at |Exception' "$D/err" && [ "$(wc -l <"$D/err")" -le 2 ]
}
for signal in KILL TERM INT; do
  for args in "bounce $D/Song.headroom -o $D/job/out.wav --threads 1" "master $D/long.wav -o $D/job/out.wav" \
    "process $D/long.wav -o $D/job/out.wav reverb" "new $D/job/New.headroom $D/stem1.wav $D/stem2.wav $D/stem3.wav"; do
    # shellcheck disable=SC2086
    check "$signal: ${args%% *}" interrupted $signal $args
    check "$signal: the file that was there is there" grep -qx precious "$D/job/out.wav"
    check "$signal: no half project" test ! -e "$D/job/New.headroom"
    [ $signal = KILL ] || check "$signal: nothing is left over" hidden "$D/job"
  done
done

# A stem that is cut off or vanishes while it is being read.
cp "$D/job/out.wav" "$D/precious"
media=$(find "$D/Song.headroom/media" -name '*.wav' | sort | tail -1)
cp "$media" "$D/keep.wav"
"$H" bounce "$D/Song.headroom" -o "$D/job/out.wav" --threads 1 >"$D/out" 2>"$D/err" & job=$!
wait_for '.*' "$D/job"; truncate -s 1000000 "$media"; wait $job; code=$?
check "a stem cut off meanwhile is an error" bash -c "[ $code -eq 1 ] && grep -q '$(basename "$media")' '$D/err' && [ \$(wc -l <'$D/err') -le 2 ]"
check "the output is as it was" same "$D/job/out.wav" "$D/precious"
check "nothing is left over" hidden "$D/job"
cp "$D/keep.wav" "$media"
"$H" bounce "$D/Song.headroom" -o "$D/job/whole.wav" >"$D/log" 2>&1
"$H" bounce "$D/Song.headroom" -o "$D/job/out.wav" --threads 1 >"$D/out" 2>"$D/err" & job=$!
wait_for '.*' "$D/job"; rm "$media"; wait $job; code=$?
# Where an open file stays readable the bounce is right; elsewhere it is an error. It is never wrong.
check "a stem deleted meanwhile makes no wrong file" bash -c "[ $code -eq 0 ] && cmp '$D/job/out.wav' '$D/job/whole.wav' || { [ $code -eq 1 ] && cmp '$D/job/out.wav' '$D/precious'; }"
check "nothing is left over" hidden "$D/job"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
