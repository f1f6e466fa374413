#!/usr/bin/env python3
"""Makes the session that other programs are compared on, out of the sample song's stems. Needs ffmpeg.

    make_session.py OUT_DIR [STEMS=32] [SECONDS=180]

OUT_DIR/NN.wav   stems of 48 kHz and 24 bit, three of every seven stereo: parts of the song in turn, over and over
OUT_DIR/mix.tsv  their mix, see session_from_tsv.py
"""
import glob, os, subprocess, sys


def main(out, stems=32, seconds=180):
    os.makedirs(out, exist_ok=True)
    here = os.path.dirname(os.path.abspath(__file__))
    sources = sorted(glob.glob(os.path.join(here, '../../../../samples/*.headroom/media/*.flac')))
    header = 'file ch gain_db pan f1 g1 q1 f2 g2 q2 f3 g3 q3 f4 g4 q4 thr_db ratio att_ms rel_ms makeup_db rev_db dly_db'
    rows = [header.split()]
    for i in range(int(stems)):
        channels = 2 if i % 7 in (1, 3, 5) else 1
        name = f'{i + 1:02d}.wav'
        subprocess.run(['ffmpeg', '-nostdin', '-v', 'error', '-y', '-stream_loop', '-1', '-i', sources[i % len(sources)],
                        '-ss', str(i * 1.7), '-t', str(seconds), '-ac', str(channels), '-ar', '48000',
                        '-c:a', 'pcm_s24le', '-map_metadata', '-1', os.path.join(out, name)], check=True)
        eq = []
        for k, base in enumerate((80, 320, 2200, 8000)):
            eq += [round(base * (1 + 0.08 * ((i * 5 + k * 3) % 9))), (((i * 7 + k * 5) % 13) - 6) * 0.75,
                   round(0.7 + 0.1 * ((i + 2 * k) % 7), 2)]
        rows.append([name, channels, -12 - i % 12, round(((i * 37) % 21 - 10) / 10, 1)] + eq +
                    [-24 + i % 7, 2 + 0.5 * (i % 4), 5 + 3 * (i % 5), 80 + 20 * (i % 6), 1 + 0.5 * (i % 4),
                     -14 - i % 13 if i % 16 else -60, -18 - i % 11 if i % 2 else -60])
    with open(os.path.join(out, 'mix.tsv'), 'w') as f:
        for row in rows:
            f.write('\t'.join(map(str, row)) + '\n')


if __name__ == '__main__':
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
