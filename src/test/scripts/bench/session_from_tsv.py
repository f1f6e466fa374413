#!/usr/bin/env python3
"""Makes a Headroom project of a folder of WAV stems and a table of their mix, to compare bounces with other programs.

    session_from_tsv.py STEMS_DIR OUT.headroom

STEMS_DIR holds the stems and mix.tsv with the columns
file ch gain_db pan f1 g1 q1 ... f4 g4 q4 thr_db ratio att_ms rel_ms makeup_db rev_db dly_db
(tab separated): four bells, a compressor, fader, pan and two post-fader sends for each stem; -60 dB or less is no send.
The stems are linked into the project where the file system can, else copied.
"""
import csv, json, os, shutil, struct, sys


def wav_shape(path):
    """Channels, sample rate and frames of a WAV file."""
    with open(path, 'rb') as f:
        f.read(12)
        while True:
            chunk, size = struct.unpack('<4sI', f.read(8))
            if chunk == b'fmt ':
                data = f.read(size)
                channels, rate = struct.unpack('<2xHI', data[:8])
                frame_bytes = struct.unpack('<H', data[12:14])[0]
            elif chunk == b'data':
                return channels, rate, size // frame_bytes
            else:
                f.seek(size + (size & 1), 1)


def main(stems, project):
    media_dir = os.path.join(project, 'media')
    os.makedirs(media_dir, exist_ok=True)
    media, strips = [], []
    with open(os.path.join(stems, 'mix.tsv')) as table:
        for i, row in enumerate(csv.DictReader(table, delimiter='\t')):
            source, target = os.path.join(stems, row['file']), os.path.join(media_dir, row['file'])
            if os.path.exists(target):
                os.remove(target)
            try:
                os.link(source, target)
            except OSError:
                shutil.copy(source, target)
            channels, rate, frames = wav_shape(source)
            media.append({'id': f'media-{i}', 'path': 'media/' + row['file'], 'channels': channels, 'frames': frames,
                          'origin': row['file']})
            eq = {}
            for b in range(1, 5):
                eq[f'band{b}.type'] = 0
                eq[f'band{b}.freq'] = float(row[f'f{b}'])
                eq[f'band{b}.gain'] = float(row[f'g{b}'])
                eq[f'band{b}.q'] = float(row[f'q{b}'])
            compressor = {'threshold': float(row['thr_db']), 'ratio': float(row['ratio']), 'attack': float(row['att_ms']),
                          'release': float(row['rel_ms']), 'makeup': float(row['makeup_db'])}
            sends = [{'id': f'send-{i}-{target}', 'target': target, 'preFader': False,
                      'controls': {'level': float(row[column])}}
                     for target, column in (('reverb', 'rev_db'), ('delay', 'dly_db')) if float(row[column]) > -60]
            strips.append({'id': f'track-{i}', 'kind': 'track', 'name': row['file'][:-4],
                           'controls': {'volume': float(row['gain_db']), 'pan': 100 * float(row['pan'])},
                           'inserts': [{'id': f'eq-{i}', 'type': 'eq', 'values': eq},
                                       {'id': f'compressor-{i}', 'type': 'compressor', 'values': compressor}],
                           'sends': sends,
                           'clips': [{'id': f'clip-{i}', 'media': f'media-{i}', 'start': 0, 'offset': 0,
                                      'length': frames}]})
    strips.append({'id': 'reverb', 'kind': 'return', 'name': 'Reverb', 'soloSafe': True,
                   'inserts': [{'id': 'reverb-1', 'type': 'reverb', 'values': {}}]})
    strips.append({'id': 'delay', 'kind': 'return', 'name': 'Delay', 'soloSafe': True,
                   'inserts': [{'id': 'delay-1', 'type': 'delay', 'values': {'time.left': 375, 'feedback': 40}}]})
    song = {'format': 'headroom-project', 'formatVersion': 1, 'title': os.path.basename(project).split('.')[0],
            'sampleRate': rate, 'media': media, 'strips': strips,
            'master': {'id': 'master', 'kind': 'master', 'name': 'Master'}}
    with open(os.path.join(project, 'project.json'), 'w') as f:
        json.dump(song, f, indent=2)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
