#!/usr/bin/env bash
# A delivery of several files, measured by other programs: ffmpeg's ebur128, flac -t, opusinfo, and the bits themselves.
#
#   15-delivery.sh [PROGRAM]     default: target/dist/headroom/bin/headroom
#
# Ends with "N passed, M failed"; the exit code is 0 only when nothing failed.
set -u
cd "$(dirname "$0")/../../.."
H=${1:-target/dist/headroom/bin/headroom}
for tool in ffmpeg ffprobe flac opusinfo python3; do
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
ebur128() { # FILE: prints "LUFS TRUEPEAK" by ffmpeg, which rounds to one decimal
  ffmpeg -nostdin -hide_banner -i "$1" -af ebur128=peak=true -f null - 2>&1 |
    awk '/Summary/ {s=1} s && $1=="I:" {i=$2} s && $1=="Peak:" {p=$2} END {print i, p}'
}
probe() { ffprobe -v error -select_streams a:0 -show_entries "$2" -of csv=p=0 "$1" | tr -d ,; }
tag() { ffprobe -v error -show_entries "format_tags=$2:stream_tags=$2" -of default=nw=1:nk=1 "$1" | head -1; }

# Half a minute of something with beats, bass and sides that fades out, then a tone of a tenth of a step of 16 bits, and a
# cover.
python3 - "$D/mix.wav" <<'END'
import math, random, struct, sys, wave
random.seed(7)
rate, seconds = 48000, 30
frames = bytearray()
for i in range(rate * seconds):
    t = i / rate
    hit = math.exp(-(t % 0.5) * 14) * (random.random() - 0.5)
    level = (0.9 if t % 8 < 5 else 0.45) * min(1, max(0, (seconds - 4 - t) / 6))
    tone = 0.3 * math.sin(2 * math.pi * 82.4 * t) + 0.12 * math.sin(2 * math.pi * 1320 * t)
    side = 0.08 * math.sin(2 * math.pi * 660 * t)
    soft = 3e-6 * math.sin(2 * math.pi * 440 * t) if t > seconds - 4 else 0
    for s in (tone + 0.6 * hit + side, tone + 0.6 * hit - side):
        frames += struct.pack('<i', int(max(-1, min(1, level * s + soft)) * 8388607))[:3]
with wave.open(sys.argv[1], 'wb') as out:
    out.setnchannels(2); out.setsampwidth(3); out.setframerate(rate); out.writeframes(bytes(frames))
END
ffmpeg -nostdin -v error -f lavfi -i color=teal:size=3000x3000 -frames:v 1 "$D/cover.jpg"

check "a delivery of ten files" "$H" deliver "$D/mix.wav" -o "$D/out" --name '{format} {bits} {rate} {version}' \
  --item wav,bits=24,lufs=-14,ceiling=-1 --item wav,bits=16,rate=44100,lufs=-11,ceiling=-0.3,dither=shaped \
  --item flac,bits=24,rate=44100,lufs=-14,ceiling=-1 --item aiff,bits=24,rate=44100,lufs=-16,ceiling=-1 \
  --item wav,bits=20,lufs=-14,ceiling=-1 --item flac,bits=20,rate=44100,lufs=-14,ceiling=-1 \
  --item mp3,kbps=320,lufs=-13,ceiling=-1 --item mp3,kbps=128,lufs=-13,ceiling=-1 --item opus,kbps=160,lufs=-14,ceiling=-1 \
  --item wav,bits=16,rate=44100,level=exactly,dither=none,version=undithered \
  --tag title=Proof --tag artist=Headroom --tag isrc=US-RC1-76-07839 --tag upc=036000291452 --tag copyright='2026 Proof' \
  --cover "$D/cover.jpg" --report
report="$D/out/Proof delivery.json"
check "its report is there" test -s "$report" -a -s "$D/out/Proof delivery.html"
check "the page is whole and holds its curves" python3 - "$D/out/Proof delivery.html" <<'END'
import html.parser, sys
text = open(sys.argv[1]).read()
class Whole(html.parser.HTMLParser):
    def __init__(self): super().__init__(); self.open, self.svg = [], 0
    def handle_starttag(self, tag, attrs):
        self.svg += tag == 'svg'
        if tag not in ('meta', 'line', 'path') : self.open.append(tag)
    def handle_endtag(self, tag):
        assert tag in ('line', 'path') or self.open.pop() == tag, tag
page = Whole(); page.feed(text)
assert not page.open, page.open
assert page.svg == 30, page.svg
assert 'http' not in text.replace('http-equiv', ''), 'it needs nothing from elsewhere'
END

want() { # FILE LUFS CEILING RATE: what another program says of it
  local lufs peak
  read -r lufs peak < <(ebur128 "$D/out/$1")
  check "$1: loudness" near "$lufs" "$2" 0.1
  check "$1: true peak" at_most "$peak" "$3"
  check "$1: rate" test "$(probe "$D/out/$1" stream=sample_rate)" = "$4"
  check "$1: title" test "$(tag "$D/out/$1" title)" = Proof
  check "$1: checksum in the report" python3 - "$report" "$D/out/$1" <<'END'
import hashlib, json, sys
digest = hashlib.sha256(open(sys.argv[2], 'rb').read()).hexdigest()
assert digest in [f['sha256'] for f in json.load(open(sys.argv[1]))['files']], digest
END
}
want "WAV 24-bit 48 kHz.wav" -14 -1 48000
want "WAV 16-bit 44.1 kHz.wav" -11 -0.3 44100
want "FLAC 24-bit 44.1 kHz.flac" -14 -1 44100
want "WAV 20-bit 48 kHz.wav" -14 -1 48000
want "FLAC 20-bit 44.1 kHz.flac" -14 -1 44100
want "AIFF 24-bit 44.1 kHz.aiff" -16 -1 44100
# Other decoders round otherwise: what matters is that nothing goes over full scale.
want "MP3 320 kbps 48 kHz.mp3" -13 0 48000
want "MP3 128 kbps 48 kHz.mp3" -13 0 48000
want "OPUS 160 kbps 48 kHz.opus" -14 0 48000

check "24 bits in WAV" test "$(probe "$D/out/WAV 24-bit 48 kHz.wav" stream=bits_per_sample)" = 24
check "16 bits in WAV" test "$(probe "$D/out/WAV 16-bit 44.1 kHz.wav" stream=bits_per_sample)" = 16
check "24 bits in FLAC" test "$(probe "$D/out/FLAC 24-bit 44.1 kHz.flac" stream=bits_per_raw_sample)" = 24
check "24 bits in AIFF" test "$(probe "$D/out/AIFF 24-bit 44.1 kHz.aiff" stream=bits_per_sample)" = 24
check "20 bits in FLAC" test "$(probe "$D/out/FLAC 20-bit 44.1 kHz.flac" stream=bits_per_raw_sample)" = 20
check "24 bits in WAV have 20 that are valid, and no more are used" python3 - "$D/out/WAV 20-bit 48 kHz.wav" <<'END'
import struct, sys
data = open(sys.argv[1], 'rb').read()
fmt = data.index(b'fmt ') + 8
tag, _, _, _, frame, bits, _, valid = struct.unpack_from('<HHIIHHHH', data, fmt)
print(hex(tag), frame, bits, valid)
assert (tag, frame, bits, valid) == (0xFFFE, 6, 24, 20)
at = data.index(b'data')
size, = struct.unpack_from('<I', data, at + 4)
low = data[at + 8:at + 8 + size:3]
assert not any(b & 15 for b in low) and any(b & 16 for b in low)
END
check "flac -t accepts it" flac -s -t "$D/out/FLAC 24-bit 44.1 kHz.flac"
check "flac -t accepts 20 bits" flac -s -t "$D/out/FLAC 20-bit 44.1 kHz.flac"
check "opusinfo accepts it" sh -c "opusinfo '$D/out/OPUS 160 kbps 48 kHz.opus' | tee /dev/stderr | grep -qi 'barcode=036000291452' && ! opusinfo '$D/out/OPUS 160 kbps 48 kHz.opus' | grep -qi -e warning -e error"
check "MP3 of 320 kbit/s" near "$(probe "$D/out/MP3 320 kbps 48 kHz.mp3" stream=bit_rate)" 320000 2000
check "WAV: Broadcast Wave by ffmpeg" test "$(tag "$D/out/WAV 24-bit 48 kHz.wav" encoded_by)" = Headroom
check "WAV: loudness as Broadcast Wave" python3 - "$D/out/WAV 24-bit 48 kHz.wav" <<'END'
import struct, sys
data = open(sys.argv[1], 'rb').read(4096)
at = data.index(b'bext') + 8
version, = struct.unpack_from('<H', data, at + 346)
lufs, _, peak = struct.unpack_from('<3h', data, at + 412)
print(version, lufs, peak)
assert version == 2 and abs(lufs + 1400) <= 10 and peak <= -100
END
check "WAV: iXML by another parser" python3 - "$D/out/WAV 24-bit 48 kHz.wav" <<'END'
import struct, sys, xml.etree.ElementTree as tree
data = open(sys.argv[1], 'rb').read(65536)
at = data.index(b'iXML')
size, = struct.unpack_from('<I', data, at + 4)
root = tree.fromstring(data[at + 8:at + 8 + size])
print(tree.tostring(root))
assert root.tag == 'BWFXML' and root.findtext('PROJECT') == 'Proof'
assert root.findtext('SPEED/FILE_SAMPLE_RATE') == '48000' and root.findtext('SPEED/AUDIO_BIT_DEPTH') == '24'
END
# Above a reference of -18 LUFS, and for Opus of -23 in 256ths of a dB.
check "FLAC: ReplayGain" near "$(tag "$D/out/FLAC 24-bit 44.1 kHz.flac" REPLAYGAIN_TRACK_GAIN)" -4 0.1
check "MP3: ReplayGain" near "$(tag "$D/out/MP3 320 kbps 48 kHz.mp3" REPLAYGAIN_TRACK_GAIN)" -5 0.1
check "Opus: gain" near "$(tag "$D/out/OPUS 160 kbps 48 kHz.opus" R128_TRACK_GAIN)" -2304 26
check "FLAC: ISRC" test "$(tag "$D/out/FLAC 24-bit 44.1 kHz.flac" ISRC)" = USRC17607839
check "FLAC: UPC" test "$(tag "$D/out/FLAC 24-bit 44.1 kHz.flac" BARCODE)" = 036000291452
check "MP3: ISRC" test "$(tag "$D/out/MP3 320 kbps 48 kHz.mp3" TSRC)" = USRC17607839
for f in "FLAC 24-bit 44.1 kHz.flac" "MP3 320 kbps 48 kHz.mp3"; do
  check "$f: cover of 3000 pixels" test "$(ffprobe -v error -select_streams v:0 -show_entries stream=width -of csv=p=0 "$D/out/$f" | tr -d ,)" = 3000
done

# What is softer than half a step becomes silence where it is rounded alone; dither keeps it.
check "the CD file is dithered, and the one without dither is not" python3 - "$D/out" <<'END'
import struct, sys, wave
def late(name):
    with wave.open(sys.argv[1] + '/' + name) as f:
        f.setpos(int(27.5 * f.getframerate()))
        data = f.readframes(f.getframerate())
    return set(struct.unpack('<%dh' % (len(data) // 2), data))
dithered, plain = late('WAV 16-bit 44.1 kHz.wav'), late('WAV 16-bit 44.1 kHz undithered.wav')
print(sorted(dithered)[:9], sorted(plain)[:9])
assert plain == {0} and len(dithered) > 4
END

# What a delivery makes has no fault that the mix had not: only what was asked for may be new, a limiter's even peaks, the
# density of -11 LUFS, and where the spectrum of a lossy file ends, which its encoder decides.
check "no file has a finding that the mix has not" python3 - "$H" "$D/mix.wav" "$D/out" <<'END'
import json, os, subprocess, sys
program, mix, folder = sys.argv[1:]
def found(path):
    return {f['kind'] for f in json.loads(subprocess.run([program, 'check', path, '--json'], stdout=subprocess.PIPE).stdout)['findings']}
before = found(mix)
print('mix', sorted(before))
new = {}
files = [f for f in sorted(os.listdir(folder)) if f.split('.')[-1] in ('wav', 'flac', 'aiff', 'mp3', 'opus')]
assert len(files) == 10, files
for name in files:
    asked = {'limited', 'too-hot'} | ({'lossy', 'upsampled'} if name.endswith(('.mp3', '.opus')) else set())
    more = found(os.path.join(folder, name)) - before - asked
    if more:
        new[name] = sorted(more)
print(new)
assert not new
END

# Beginning and end: cut at a time and at silence, to the sample, measured on what is left.
check "a part is delivered" "$H" deliver "$D/mix.wav" -o "$D/part" --preset none --item wav32f,level=exactly --item wav,bits=16,rate=44100 \
  --name '{format} {bits}' --head 2.5 --tail 12 --fade-out 1
check "it is the part of the mix, frame for frame" python3 - "$D/mix.wav" "$D/part/WAV 32-bit float.wav" <<'END'
import subprocess, sys
def samples(path, *cut):
    run = subprocess.run(['ffmpeg', '-v', 'error', '-i', path, *cut, '-f', 'f32le', '-'], stdout=subprocess.PIPE)
    return run.stdout
rate, frame = 48000, 8
part = samples(sys.argv[2])
mix = samples(sys.argv[1])[int(2.5 * rate) * frame:12 * rate * frame]
assert len(part) == len(mix) == int(9.5 * rate) * frame, (len(part), len(mix))
plain = slice(rate // 100 * frame, int(8.4 * rate) * frame)
assert part[plain] == mix[plain]
END
check "and as long at another rate" test "$(probe "$D/part/WAV 16-bit.wav" stream=duration_ts)" = 418950

# Silence before and after is found, trimmed, and found no more.
ffmpeg -nostdin -v error -i "$D/mix.wav" -af 'atrim=0:15,adelay=3s:all=1,apad=pad_dur=8' -c:a pcm_s24le "$D/late.wav"
kinds() { "$H" check "$1" --json | python3 -c 'import json, sys; print(*sorted(f["kind"] for f in json.load(sys.stdin)["findings"]))'; }
check "the print has long silence" sh -c "echo '$(kinds "$D/late.wav")' | tee /dev/stderr | grep 'long-head.*long-tail'"
check "it is trimmed" "$H" deliver "$D/late.wav" -o "$D/trimmed" --item wav,lufs=-14,ceiling=-1 --item mp3,ceiling=-1 --name '{format}' \
  --head trim --tail trim --fade-out 0.3
for f in WAV.wav MP3.mp3; do
  check "$f: no long silence" sh -c "! echo '$(kinds "$D/trimmed/$f")' | tee /dev/stderr | grep long-"
  check "$f: 0.1 s and 1 s of it are kept" near "$(probe "$D/trimmed/$f" stream=duration)" 16.1 0.06
done
check "WAV.wav: loudness of what is left" near "$(ebur128 "$D/trimmed/WAV.wav" | cut -d' ' -f1)" -14 0.1

# Versions: through the same chain, as loud as the song where they are alike, with a title and an ISRC of their own; and the song
# as it is without them.
ffmpeg -nostdin -v error -i "$D/mix.wav" -af 'equalizer=f=1320:t=q:w=2:g=-30' -c:a pcm_s24le "$D/instrumental.wav"
check "a song with its instrumental" "$H" deliver "$D/mix.wav" -o "$D/versions" --name '{format} {version}' \
  --add-version "Instrumental=$D/instrumental.wav" --version-isrc Instrumental=US-RC1-76-07840 \
  --item wav,bits=24,lufs=-14,ceiling=-1 --item mp3,kbps=320,lufs=-13,ceiling=-1 \
  --tag title=Proof --tag artist=Headroom --tag isrc=US-RC1-76-07839 --report
samples() { ffmpeg -nostdin -v error -i "$1" -map 0:a -f md5 -; }
check "the song is as without versions" test "$(samples "$D/versions/WAV.wav")" = "$(samples "$D/out/WAV 24-bit 48 kHz.wav")"
for f in "WAV Instrumental.wav" "MP3 Instrumental.mp3"; do
  check "$f: title" test "$(tag "$D/versions/$f" title)" = "Proof (Instrumental)"
  read -r lufs peak < <(ebur128 "$D/versions/$f")
  case $f in WAV*) song=-14 ceiling=-1 ;; *) song=-13 ceiling=0 ;; esac
  # It lacks a part, so it is softer, and not brought up to the song's loudness: by as much as the mixes differ, or less where
  # the limiter has less to do.
  check "$f: not louder than the song" at_most "$lufs" "$song"
  check "$f: as much softer as its mix" near "$(awk -v a="$lufs" -v b="$song" 'BEGIN { print a - b }')" \
    "$(awk -v a="$(ebur128 "$D/instrumental.wav" | cut -d' ' -f1)" -v b="$(ebur128 "$D/mix.wav" | cut -d' ' -f1)" 'BEGIN { print a - b }')" 0.6
  check "$f: true peak" at_most "$peak" "$ceiling"
done
check "MP3 Instrumental.mp3: its own ISRC" test "$(tag "$D/versions/MP3 Instrumental.mp3" TSRC)" = USRC17607840
check "MP3.mp3: that of the song" test "$(tag "$D/versions/MP3.mp3" TSRC)" = USRC17607839

check "an impossible loudness fails" sh -c "! '$H' deliver '$D/mix.wav' -o '$D/none' --item wav --item wav,lufs=-1,ceiling=-9"
check "and leaves nothing" test ! -e "$D/none"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
