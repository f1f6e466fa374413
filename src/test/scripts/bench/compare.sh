#!/usr/bin/env bash
# Headroom against SoX and ffmpeg on the same work, in turn, as whole processes: wall seconds, CPU seconds and memory.
#
#   compare.sh STEMS_DIR MIXDOWN.wav [RUNS=3] [PROGRAM=target/dist/headroom/bin/headroom]
#
# STEMS_DIR holds WAV stems and mix.tsv (make_session.py makes one), MIXDOWN.wav is a stereo file. Needs sox, ffmpeg, GNU
# time, awk, python3. Prints medians; each program's files are left in a temporary folder that is named at the end.
#   mixdown    every stem: 4 bells, compressor, gain, pan, a reverb and a delay send; to 24-bit WAV of the stems' length
#   mastering  4 bells, compressor, 4x oversampled saturation, limiting, aimed at -14 LUFS and -1 dBTP
#   metering   integrated loudness, range and true peak
set -eu
S=$(cd "$1" && pwd); MIX=$(readlink -f "$2"); RUNS=${3:-3}
cd "$(dirname "$0")/../../../.."
H=$(readlink -f "${4:-target/dist/headroom/bin/headroom}")
D=$(mktemp -d); export LC_ALL=C
SECONDS_LONG=$(soxi -D "$(ls "$S"/*.wav | head -1)"); FRAMES=$(soxi -s "$(ls "$S"/*.wav | head -1)")
python3 src/test/scripts/bench/session_from_tsv.py "$S" "$D/session.headroom"

# SoX has no sends: one process for each stem, as many at a time as there are cores, then three mixes of what they wrote.
{
  echo "set -e; mkdir -p $D/sox; cd $D/sox; xargs -P $(nproc) -I{} sh -c {} < $D/stage1"
  awk -v D="$S" -v O="$D/stage1" 'BEGIN { FS = "\t" } function amp(d) { return 10 ^ (d / 20) }
    NR > 1 { a = ($4 + 1) * atan2(1, 1); l = cos(a); r = sin(a)
      if ($2 == 2) { l *= sqrt(2); r *= sqrt(2); if (l > 1) l = 1; if (r > 1) r = 1 }
      n++; c = sprintf("sox -V1 -D %s/%s t%d.sox", D, $1, n)
      for (k = 0; k < 4; k++) c = c sprintf(" equalizer %s %sq %s", $(5 + 3 * k), $(7 + 3 * k), $(6 + 3 * k))
      print c sprintf(" compand %.4f,%.4f 6:-90,-90,%s,%s,0,%.3f %s gain %s remix 1v%.6f %dv%.6f", $19 / 1000, $20 / 1000, $17, $17, $17 - $17 / $18, $21, $3, l, $2, r) > O }' "$S/mix.tsv"
  awk -v O="$D/sox.wav" -v F="$FRAMES" 'BEGIN { FS = "\t" } function amp(d) { return 10 ^ (d / 20) }
    NR > 1 { n++; d = d " -v 1 t" n ".sox"
      if ($22 > -60) r = r sprintf(" -v %.6f t%d.sox", amp($22), n)
      if ($23 > -60) e = e sprintf(" -v %.6f t%d.sox", amp($23), n) }
    END { printf "sox -V1 -D -m -v 1 \"|sox -V1 -D -m%s -p\" -v 1 \"|sox -V1 -D -m%s -p reverb -w 65 40 85 100 10 0\" -v 1 \"|sox -V1 -D -m%s -p delay 0.375 0.375 echo 1 0.9 375 0.4 750 0.16\" -b 24 %s trim 0 %ds\n", d, r, e, O, F }' "$S/mix.tsv"
} > "$D/mixdown-sox.sh"
echo "exec $H bounce $D/session.headroom -o $D/headroom.wav --to $SECONDS_LONG" > "$D/mixdown-headroom.sh"

cat > "$D/chain.json" <<JSON
{"format": "headroom-chain", "formatVersion": 1, "chain": [
 {"type": "eq", "values": {"band1.type": 0, "band1.freq": 60, "band1.gain": 1, "band1.q": 0.7, "band2.freq": 250, "band2.gain": -1.5, "band2.q": 1,
   "band3.freq": 3000, "band3.gain": 1, "band3.q": 0.8, "band4.freq": 11000, "band4.gain": 2, "band4.q": 0.7}},
 {"type": "compressor", "values": {"threshold": -18, "ratio": 2, "attack": 20, "release": 150, "makeup": 2}},
 {"type": "saturation", "values": {"drive": 3, "curve": 4}},
 {"type": "limiter", "values": {}}]}
JSON
echo "exec $H master $MIX -o $D/headroom-master.wav --preset $D/chain.json --lufs -14 --ceiling -1" > "$D/mastering-headroom.sh"
echo "exec sox -V1 -D $MIX -b 24 $D/sox-master.wav equalizer 60 0.7q 1 equalizer 250 1q -1.5 equalizer 3000 0.8q 1 equalizer 11000 0.7q 2 compand 0.02,0.15 6:-90,-90,-18,-18,0,-9 2 rate -h 192000 gain -4 overdrive 3 0 gain 2.8 compand 0.0005,0.06 -90,-90,-1.8,-1.8,0,-1.7 0 -90 0.002 rate -h 48000" > "$D/mastering-sox.sh"
EQ='equalizer=f=60:t=q:w=0.7:g=1,equalizer=f=250:t=q:w=1:g=-1.5,equalizer=f=3000:t=q:w=0.8:g=1,equalizer=f=11000:t=q:w=0.7:g=2'
echo "exec ffmpeg -nostdin -v error -y -filter_threads 1 -i $MIX -af 'aformat=sample_fmts=dblp,$EQ,acompressor=threshold=-18dB:ratio=2:attack=20:release=150:makeup=1.2589,asoftclip=type=tanh:threshold=0.9:oversample=4,volume=7.2dB,aresample=192000,alimiter=limit=0.875:level=0:attack=3:release=60,aresample=48000' -c:a pcm_s24le -ar 48000 $D/ffmpeg-master.wav" > "$D/mastering-ffmpeg.sh"
echo "exec $H measure $MIX" > "$D/metering-headroom.sh"
echo "exec ffmpeg -nostdin -hide_banner -i $MIX -af ebur128=peak=true -f null -" > "$D/metering-ffmpeg.sh"

median() { sort -g | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
printf '%-10s %-9s %8s %8s %8s\n' work program wall_s cpu_s peak_MB
for work in mixdown mastering metering; do
  for run in $(seq "$RUNS"); do
    for script in "$D/$work"-*.sh; do
      cat "$S"/*.wav "$MIX" > /dev/null # Into the page cache, for everybody alike.
      /usr/bin/time -a -o "${script%.sh}.times" -f '%e %U %S %M' bash "$script" > /dev/null 2> "${script%.sh}.log"
    done
  done
  for script in "$D/$work"-*.sh; do
    program=${script##*-}; t=${script%.sh}.times
    printf '%-10s %-9s %8.2f %8.2f %8.0f\n' "$work" "${program%.sh}" "$(cut -d' ' -f1 "$t" | median)" \
      "$(awk '{ print $2 + $3 }' "$t" | median)" "$(awk '{ print $4 / 1024 }' "$t" | median)"
  done
done
for f in headroom sox ffmpeg; do
  ffmpeg -nostdin -hide_banner -i "$D/$f-master.wav" -af ebur128=peak=true -f null - 2>&1 |
    awk -v f="$f" '/Summary/ { s = 1 } s && $1 == "I:" { i = $2 } s && $1 == "Peak:" { p = $2 } END { print "master by " f ": " i " LUFS, " p " dBTP (by ffmpeg)" }'
done
rm -rf "$D/sox"
echo "$D"
