#!/usr/bin/env bash
# Kills edit sessions with signal 9 at random moments and checks that at most ten seconds of work are gone and the song
# opens: the test KilledSessionTest with more kills, and with the interval of autosaves that people have.
#
#   40-kill-nine.sh [KILLS] [LONGEST]     default: 200 kills, each after up to 12000 ms: about 25 minutes
#
# The seed is new in each run and printed first. Ends with "N passed, M failed"; the exit code is 0 only when nothing
# failed.
set -u
cd "$(dirname "$0")/../../.."
kills=${1:-200} longest=${2:-12000} seed=${SEED:-$RANDOM}
echo "seed $seed"
if mvn -q -B -Dtest=KilledSessionTest -Dsurefire.failIfNoSpecifiedTests=true -Dheadroom.kills="$kills" \
  -Dheadroom.kill.interval=3000 -Dheadroom.kill.longest="$longest" -Dheadroom.kill.seed="$seed" \
  -DtrimStackTrace=true test; then
  echo "$kills passed, 0 failed"
else
  echo "failed; repeat with SEED=$seed"
  exit 1
fi
