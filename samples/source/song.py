#!/usr/bin/env python3
"""Room Above the Rain: the sample song, from the notes to the raw stems.

Run make-song.sh, which checks the tools and calls this script. Everything is
seeded: two runs on one machine give the same samples, bit for bit.

    song.py OUTPUT_FOLDER [--work FOLDER] [--only "01 Kick,08 Bass"]

Copyright: composition, lyrics and this script are dedicated to the public
domain (CC0 1.0). The instruments come from the FluidR3 GM sound font by
Frank Wen (MIT license).
"""
import argparse
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import warnings
import zlib

import numpy as np
from scipy.io import wavfile
from scipy.ndimage import maximum_filter1d, uniform_filter1d
from scipy.signal import butter, lfilter, resample_poly, sosfilt

import voice

# ------------------------------------------------------------------ the frame

TITLE = "Room Above the Rain"
BPM = 112.0
RATE = 44100
BEAT = 60.0 / BPM
BARS = 33                       # the last bar is the final chord
LENGTH = 74.0                   # seconds, ring-out included
TOTAL = int(LENGTH * RATE)
SWING = 0.035                   # beats by which every second 16th is late
SOUND_FONT = "/usr/share/sounds/sf2/FluidR3_GM.sf2"

# sections by first bar (0-based), for the reader and for the parts below
INTRO, VERSE, CHORUS, BRIDGE, FINAL, END = 0, 4, 12, 20, 24, 32

# name: (bass note, tones, low guitar voicing, high guitar voicing)
CHORDS = {
    "D":      (38, (2, 6, 9),      [50, 57, 62, 66],         [57, 62, 66, 69]),
    "Dadd9":  (38, (2, 4, 6, 9),   [50, 57, 62, 64],         [57, 62, 64, 69]),
    "A/C#":   (37, (1, 4, 9),      [49, 57, 61, 64],         [57, 61, 64, 69]),
    "Bm7":    (35, (11, 2, 6, 9),  [47, 54, 57, 62, 66],     [57, 62, 66, 71]),
    "G":      (31, (7, 11, 2),     [43, 50, 55, 59, 62],     [59, 62, 67, 71]),
    "Gmaj7":  (31, (7, 11, 2, 6),  [43, 50, 54, 59, 62],     [54, 59, 62, 67]),
    "D/F#":   (30, (6, 9, 2),      [42, 50, 57, 62],         [57, 62, 66, 69]),
    "Em7":    (28, (4, 7, 11, 2),  [40, 47, 52, 55, 62],     [59, 62, 64, 67]),
    "Asus4":  (33, (9, 2, 4),      [45, 52, 57, 62, 64],     [57, 62, 64, 69]),
    "A":      (33, (9, 1, 4),      [45, 52, 57, 61, 64],     [57, 61, 64, 69]),
    "F#m7":   (30, (6, 9, 1, 4),   [42, 49, 52, 57, 61],     [57, 61, 64, 66]),
    "A7sus4": (33, (9, 2, 4, 7),   [45, 52, 55, 62, 64],     [57, 62, 64, 67]),
    "A7":     (33, (9, 1, 4, 7),   [45, 52, 55, 61, 64],     [57, 61, 64, 67]),
    "D7/F#":  (30, (6, 9, 0, 2),   [42, 50, 57, 60, 62],     [57, 60, 62, 66]),
    "Bbmaj7": (34, (10, 2, 5, 9),  [46, 53, 57, 62],         [58, 62, 65, 69]),
    "C":      (36, (0, 4, 7, 2),   [48, 55, 60, 64],         [60, 64, 67, 72]),
    "Gm6":    (31, (7, 10, 2, 4),  [43, 50, 55, 58, 64],     [58, 62, 64, 67]),
}

VERSE_BARS = "D|A/C#|Bm7|G|D/F#|Em7|Gmaj7|Asus4 A"
CHORUS_BARS = "Gmaj7|A|F#m7|Bm7|Em7|A7sus4 A7|D|D7/F#"
CHART = "|".join(["D|A/C#|Bm7|G", VERSE_BARS, CHORUS_BARS, "Bbmaj7|C|Bbmaj7|Asus4 A7",
                  "Gmaj7|A|F#m7|Bm7|Em7|A7sus4 A7|Gmaj7|Gm6", "Dadd9"]).split("|")


def chart():
    """[(beat, beats, chord name)] for the whole song."""
    out = []
    for bar, cell in enumerate(CHART):
        names = cell.split()
        for k, n in enumerate(names):
            out.append((bar * 4 + k * 4.0 / len(names), 4.0 / len(names), n))
    return out


def chord_at(beat):
    for b, d, n in chart():
        if b <= beat + 1e-6 < b + d:
            return n
    return CHART[-1]


def seed(name):
    return np.random.RandomState(zlib.crc32(name.encode()) & 0x7FFFFFFF)


# ----------------------------------------------------------------- MIDI notes

class Part:
    """Notes for one instrument, with human timing and touch.

    late: milliseconds behind the beat. Negative where a sample speaks late,
    so that the sound, not the key, is on the beat.
    """

    def __init__(self, name, program, channel=0, late=0.0, spread=4.0, touch=5.0):
        self.name, self.program, self.channel = name, program, channel
        self.late, self.spread, self.touch = late, spread, touch
        self.rng = seed(name)
        self.events = []                    # (seconds, order, bytes)

    def when(self, beat, loose=1.0):
        sixteenth = beat * 4.0
        if abs(sixteenth - round(sixteenth)) < 1e-3 and round(sixteenth) % 2 == 1:
            beat += SWING
        ms = self.late + loose * np.clip(self.rng.standard_normal() * self.spread, -9, 9)
        return max(0.0, beat * BEAT + ms / 1000.0)

    def note(self, beat, beats, pitch, vel, offset=0.0, loose=1.0):
        vel = int(np.clip(round(vel + self.rng.standard_normal() * self.touch), 1, 127))
        start = self.when(beat, loose) + offset
        end = max(start + 0.03, (beat + beats) * BEAT + self.late / 1000.0)
        self.events.append((start, 2, bytes([0x90 | self.channel, int(pitch), vel])))
        self.events.append((end, 0, bytes([0x80 | self.channel, int(pitch), 0])))

    def cc(self, seconds, number, value):
        value = int(np.clip(round(value), 0, 127))
        self.events.append((max(0.0, seconds), 1, bytes([0xB0 | self.channel, number, value])))

    def ramp(self, number, beat0, beat1, v0, v1, steps=24):
        for k in range(steps + 1):
            u = k / steps
            self.cc((beat0 + (beat1 - beat0) * u) * BEAT, number, v0 + (v1 - v0) * u)

    def bend(self, seconds, semitones):     # range set to +-2 semitones
        v = int(np.clip(round(8192 + semitones / 2.0 * 8191), 0, 16383))
        self.events.append((max(0.0, seconds), 1, bytes([0xE0 | self.channel, v & 127, v >> 7])))


def var_len(n):
    out = [n & 127]
    n >>= 7
    while n:
        out.append((n & 127) | 128)
        n >>= 7
    return bytes(reversed(out))


def write_midi(path, parts):
    ppq = 960
    tick = BEAT / ppq
    events = []
    for p in parts:
        events.append((0.0, -3, bytes([0xC0 | p.channel, p.program])))
        for number, value in ((7, 110), (10, 64), (91, 0), (93, 0)):
            events.append((0.0, -2, bytes([0xB0 | p.channel, number, value])))
        events += p.events
    events.append((LENGTH, 9, b"\xB0\x7B\x00"))
    events.sort(key=lambda e: (int(round(e[0] / tick)), e[1], e[2]))
    body = b"\x00\xFF\x51\x03" + struct.pack(">I", int(round(BEAT * 1e6)))[1:]
    at = 0
    for t, _, data in events:
        now = int(round(t / tick))
        body += var_len(now - at) + data
        at = now
    body += b"\x00\xFF\x2F\x00"
    with open(path, "wb") as f:
        f.write(b"MThd" + struct.pack(">IHHH", 6, 0, 1, ppq))
        f.write(b"MTrk" + struct.pack(">I", len(body)) + body)


warnings.simplefilter("ignore", wavfile.WavFileWarning)
WORK = None
_rendered = {}


def render(name, parts, gain=0.5):
    """Plays the parts through FluidSynth, dry; (samples, 2) float array."""
    if name in _rendered:
        return _rendered[name]
    mid, wav = (os.path.join(WORK, name + ext) for ext in (".mid", ".wav"))
    write_midi(mid, parts)
    subprocess.run(
        ["fluidsynth", "-ni", "-q", "-g", str(gain), "-r", str(RATE), "-O", "float", "-T", "wav",
         "-o", "synth.reverb.active=0", "-o", "synth.chorus.active=0", "-o", "synth.cpu-cores=1",
         "-o", "synth.polyphony=512", "-F", wav, SOUND_FONT, mid],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    rate, x = wavfile.read(wav)
    assert rate == RATE
    os.unlink(wav)
    y = np.zeros((TOTAL, 2))
    n = min(TOTAL, len(x))
    y[:n] = x[:n]
    _rendered[name] = y
    return y


def mono(x):
    return x.mean(axis=1) if x.ndim == 2 else x


# ----------------------------------------------------------------- processing

def biquad(kind, freq, gain=0.0, q=0.707):
    a = 10 ** (gain / 40.0)
    w = 2 * np.pi * freq / RATE
    alpha, c = np.sin(w) / (2 * q), np.cos(w)
    if kind == "peak":
        b = [1 + alpha * a, -2 * c, 1 - alpha * a]
        d = [1 + alpha / a, -2 * c, 1 - alpha / a]
    elif kind == "low shelf":
        r = 2 * np.sqrt(a) * alpha
        b = [a * ((a + 1) - (a - 1) * c + r), 2 * a * ((a - 1) - (a + 1) * c), a * ((a + 1) - (a - 1) * c - r)]
        d = [(a + 1) + (a - 1) * c + r, -2 * ((a - 1) + (a + 1) * c), (a + 1) + (a - 1) * c - r]
    elif kind == "high shelf":
        r = 2 * np.sqrt(a) * alpha
        b = [a * ((a + 1) + (a - 1) * c + r), -2 * a * ((a - 1) + (a + 1) * c), a * ((a + 1) + (a - 1) * c - r)]
        d = [(a + 1) - (a - 1) * c + r, 2 * ((a - 1) - (a + 1) * c), (a + 1) - (a - 1) * c - r]
    return np.array(b) / d[0], np.array(d) / d[0]


def eq(x, kind, freq, gain=0.0, q=0.707):
    b, a = biquad(kind, freq, gain, q)
    return lfilter(b, a, x, axis=0)


def high_pass(x, freq, order=2):
    return sosfilt(butter(order, freq, "highpass", fs=RATE, output="sos"), x, axis=0)


def low_pass(x, freq, order=8):
    return sosfilt(butter(order, freq, "lowpass", fs=RATE, output="sos"), x, axis=0)


def drive(x, amount):
    """A tube-like amplifier stage, oversampled four times."""
    x = x / (np.abs(x).max() + 1e-12)
    up = resample_poly(x, 4, 1)
    up = np.tanh(amount * up + 0.15) - np.tanh(0.15)
    y = resample_poly(up, 1, 4)
    return high_pass(y, 30)


def cabinet(x, top=4800, presence=4.0):
    x = high_pass(x, 85)
    x = eq(x, "peak", 130, 2.5, 1.0)
    x = eq(x, "peak", 2500, presence, 0.9)
    return low_pass(x, top, 6)


def strip_silence(x, floor_db=-84.0, hold=0.25, fade=0.03):
    """Digital silence where nobody plays, with short fades around it."""
    level = np.abs(x).max(axis=1) if x.ndim == 2 else np.abs(x)
    top = level.max() + 1e-12
    loud = (level > max(top * 10 ** ((floor_db + 12) / 20.0), 10 ** (floor_db / 20.0))).astype(float)
    opened = maximum_filter1d(loud, int(2 * hold * RATE) | 1)
    win = int(fade * RATE) | 1
    g = uniform_filter1d(uniform_filter1d(opened, win), win)
    g[g < 1e-6] = 0.0
    g = np.minimum(g, 1.0)
    return x * (g[:, None] if x.ndim == 2 else g)


def regions(spans, fade=0.02):
    """1 inside the given (start, end) beats, 0 outside, short fades."""
    g = np.zeros(TOTAL)
    for a, b in spans:
        g[max(0, int(a * BEAT * RATE)):max(0, int(b * BEAT * RATE))] = 1.0
    win = int(fade * RATE) | 1
    g = uniform_filter1d(uniform_filter1d(g, win), win)
    g[g < 1e-9] = 0.0
    return g


def peak_to(x, db):
    return x * (10 ** (db / 20.0) / np.abs(x).max())


def ring_out(x, start=2.4, end=5.1):
    """The last fade, in seconds after the final chord."""
    t = np.arange(TOTAL) / RATE - END * 4 * BEAT
    g = np.clip((end - t) / (end - start), 0, 1) ** 1.5
    return x * (g[:, None] if x.ndim == 2 else g)


# -------------------------------------------------------------------- drums

KICK, STICK, SNARE, CLOSED, PEDAL, OPEN = 36, 37, 38, 42, 44, 46
CRASH, CRASH2, RIDE, BELL, TAMB, SHAKER = 49, 57, 51, 53, 54, 82
TOM1, TOM2, TOM3, FLOOR = 50, 47, 45, 41


def drum_parts():
    kick = Part("kick", 0, 9, late=0, spread=2.0, touch=4)
    snare = Part("snare", 0, 9, late=4, spread=2.5, touch=4)
    hats = Part("hats", 0, 9, late=0, spread=3.0, touch=5)
    toms = Part("toms", 0, 9, late=1, spread=3.0, touch=4)
    cym = Part("cymbals", 0, 9, late=0, spread=2.5, touch=4)
    k = lambda bar, steps, v=108: [kick.note(bar * 4 + s / 4.0, 0.2, KICK, v - (8 if s % 4 else 0)) for s in steps]

    def s(bar, step, vel, note=SNARE):
        snare.note(bar * 4 + step / 4.0, 0.2, note, vel)

    def h(bar, step, vel, note=CLOSED):
        hats.note(bar * 4 + step / 4.0, 0.12, note, vel)

    # intro: pedal hat, then kick and rim creep in
    for bar in range(INTRO, VERSE):
        for st in (4, 12):
            h(bar, st, 62, PEDAL)
        if bar >= 2:
            k(bar, [0, 8] if bar == 2 else [0, 6, 8], 92)
            for st in (4, 12):
                s(bar, st, 70, STICK)
    for st, v in ((12, 62), (13, 70), (14, 84), (15, 96)):
        s(3, st, v)
    toms.note(3 * 4 + 3.5, 0.2, TOM2, 84)
    toms.note(3 * 4 + 3.75, 0.2, FLOOR, 96)

    # verse: tight 8th hats, ghost notes around a dry back beat
    for bar in range(VERSE, CHORUS):
        k(bar, [0, 6, 10] if bar % 2 == 0 else [0, 7, 10, 14])
        for st in (4, 12):
            s(bar, st, 100)
        ghosts = [(7, 30), (9, 36), (15, 28)] if bar % 2 == 0 else [(2, 26), (9, 38), (11, 28)]
        if bar != CHORUS - 1:
            for st, v in ghosts:
                s(bar, st, v)
        for st in range(0, 16, 2):
            if bar == CHORUS - 1 and st >= 12:
                break
            h(bar, st, (88 if st % 4 == 0 else 62))
        if bar % 4 == 1:
            h(bar, 15, 44)
        if bar % 4 == 3 and bar != CHORUS - 1:
            h(bar, 14, 80, OPEN)
    fill = [(8, SNARE, 84), (10, TOM1, 88), (11, TOM1, 76), (12, TOM2, 96), (13, TOM3, 92), (14, FLOOR, 104), (15, FLOOR, 110)]
    for st, n, v in fill:
        (snare if n == SNARE else toms).note(11 * 4 + st / 4.0, 0.25, n, v)
    cym.note(VERSE * 4, 2, CRASH, 84)

    # choruses: open up, half-open hats, later the ride
    for bar in list(range(CHORUS, BRIDGE)) + list(range(FINAL, END)):
        last = bar in (BRIDGE - 1, END - 1)
        final = bar >= FINAL
        k(bar, [0, 6, 8, 14] if bar % 2 == 0 else [0, 3, 8, 11], 114)
        for st in (4, 12):
            if not (last and st == 12):
                s(bar, st, 114)
        if not last:
            for st, v in (((7, 34), (15, 32)) if bar % 2 == 0 else ((9, 38), (10, 30))):
                s(bar, st, v)
        for st in range(0, 16, 2):
            if last and st >= 8:
                break
            if final and (bar - FINAL) >= 4:
                cym.note(bar * 4 + st / 4.0, 0.5, BELL if st % 8 == 4 else RIDE, 92 if st % 4 == 0 else 70)
            else:
                note = OPEN if (st % 4 == 2 and bar % 2 == 1 and st >= 8) or st == 14 else CLOSED
                h(bar, st, (98 if st % 4 == 0 else 76), note)
                if final:
                    h(bar, st + 1, 48)
        if final and bar - FINAL >= 4:
            for st in (4, 12):
                h(bar, st, 66, PEDAL)
    for bar, note, v in ((CHORUS, CRASH, 116), (CHORUS + 4, CRASH2, 100), (FINAL, CRASH, 120), (FINAL, CRASH2, 96),
                         (FINAL + 4, CRASH, 110), (FINAL + 6, CRASH2, 100), (END, CRASH, 122), (END, CRASH2, 108)):
        cym.note(bar * 4, 4, note, v)
    # chorus end: a stop, then the breakdown
    for st, n, v in ((8, SNARE, 96), (9, SNARE, 70), (10, TOM1, 100), (12, TOM2, 104), (14, FLOOR, 112)):
        (snare if n == SNARE else toms).note(19 * 4 + st / 4.0, 0.25, n, v)
    # bridge: heart beat and floor tom, then the long roll
    cym.note(BRIDGE * 4, 4, CRASH2, 88)
    for bar in range(BRIDGE, FINAL):
        k(bar, [0, 3, 8, 11] if bar < FINAL - 1 else [0, 4, 8, 12], 96)
        for st in (4, 12):
            h(bar, st, 60, PEDAL)
        if bar < FINAL - 1:
            toms.note(bar * 4 + 1.5, 0.5, FLOOR, 74)
            toms.note(bar * 4 + 3.0, 0.5, FLOOR, 84)
            if bar > BRIDGE:
                toms.note(bar * 4 + 3.5, 0.5, TOM3, 70)
            s(bar, 12, 62, STICK)
    for st in range(0, 16):
        s(23, st, 38 + st * 4.6 + (6 if st % 4 == 0 else 0))
    for st, n, v in ((12, TOM1, 98), (13, TOM2, 100), (14, TOM3, 106), (15, FLOOR, 112)):
        toms.note(23 * 4 + st / 4.0, 0.25, n, v)
    # last turn into the ending
    for st, n, v in ((8, TOM1, 100), (9, TOM1, 84), (10, TOM2, 102), (11, TOM2, 88), (12, TOM3, 106),
                     (13, SNARE, 92), (14, FLOOR, 112), (15, FLOOR, 116)):
        (snare if n == SNARE else toms).note(31 * 4 + st / 4.0, 0.25, n, v)
    kick.note(END * 4, 0.3, KICK, 120)
    toms.note(END * 4, 0.3, FLOOR, 104)
    snare.note(END * 4, 0.3, SNARE, 100)
    return {"kick": kick, "snare": snare, "hats": hats, "toms": toms, "cymbals": cym}


def kit(piece):
    return high_pass(render(piece, [drum_parts()[piece]]), 20)


def make_kick():
    x = mono(kit("kick"))
    x = low_pass(eq(x, "peak", 420, 4.0, 1.2), 9000)     # cardboard box at 420 Hz
    return peak_to(strip_silence(x, -70, 0.12), -8.0)


def snare_source():
    return mono(kit("snare"))


def make_snare_top():
    x = low_pass(snare_source(), 13000)
    x = eq(x, "peak", 900, 11.0, 14.0)                   # FAULT: a 900 Hz ring
    # ... that goes on after the stroke, as an untuned head does
    ring = eq(x, "peak", 900, 12.0, 60.0) - x
    x = x + 0.35 * ring
    return peak_to(strip_silence(peak_to(x, -8.0), -62, 0.06, 0.02), -8.0)


def make_snare_bottom():
    x = snare_source()
    wires = seed("wires").standard_normal(TOTAL) * np.sqrt(np.maximum(0.0, uniform_filter1d(x ** 2, int(0.02 * RATE))))
    x = high_pass(x, 140) + 0.7 * high_pass(low_pass(wires, 11000), 1800)
    x = np.roll(low_pass(x, 11000), int(0.0002 * RATE))
    x = strip_silence(peak_to(x, -14.0), -62, 0.04, 0.02)
    return -peak_to(x, -14.0)                            # FAULT: polarity inverted


def make_hats():
    x = high_pass(mono(kit("hats")), 250)
    x = peak_to(low_pass(x, 12000, 12), -18.0)
    return peak_to(strip_silence(x, -68, 0.03, 0.01), -18.0)


def make_toms():
    x = mono(kit("toms"))
    x = eq(x, "peak", 118, 8.0, 8.0)                     # FAULT: room boom
    return peak_to(strip_silence(low_pass(x, 8000), -64, 0.2), -9.0)


def make_overheads():
    x = (1.0 * kit("cymbals") + 0.8 * kit("hats") + 0.55 * kit("snare")
         + 0.6 * kit("toms") + 0.30 * low_pass(kit("kick"), 5000))
    # a spaced pair 1.1 m above the kit: 3.2 ms, and a little less on the right
    y = np.zeros_like(x)
    dl, dr = int(0.0032 * RATE), int(0.0035 * RATE)
    y[dl:, 0] = x[:-dl, 0]
    y[dr:, 1] = x[:-dr, 1]
    y = low_pass(eq(y, "peak", 3800, 3.0, 1.0), 11500, 12)
    y = strip_silence(peak_to(y, -21.0), -78, 0.3)
    # FAULT: 35 Hz rumble from the floor and the ventilation
    g = regions([(-1, 33.5 * 4)], 0.4)
    r = low_pass(high_pass(seed("rumble").standard_normal(TOTAL), 30, 2), 40, 4)
    r *= 10 ** (-46 / 20.0) / np.sqrt(np.mean(r ** 2))
    return ring_out(y + (r * g)[:, None])


def make_percussion():
    p = Part("percussion", 0, 9, late=0, spread=3.0, touch=5)
    for bar in range(2, CHORUS):
        for st in range(16):
            if bar == CHORUS - 1 and st >= 12:
                break
            p.note(bar * 4 + st / 4.0, 0.2, SHAKER, {0: 82, 1: 42, 2: 60, 3: 46}[st % 4])
    for bar in range(CHORUS, BRIDGE):
        for st in (4, 12):
            p.note(bar * 4 + st / 4.0, 0.3, TAMB, 92)
    for bar in range(FINAL, END):
        for st in range(0, 16, 2):
            if bar == END - 1 and st >= 8:
                break
            p.note(bar * 4 + st / 4.0, 0.3, TAMB, 94 if st in (4, 12) else 58)
    for bar in range(BRIDGE, FINAL):
        for st in range(0, 16, 2):
            p.note(bar * 4 + st / 4.0, 0.2, SHAKER, 70 if st % 4 == 0 else 50)
    x = high_pass(mono(render("percussion", [p])), 300)
    x = peak_to(low_pass(x, 11500, 12), -20.0)
    return peak_to(strip_silence(x, -70, 0.03, 0.01), -20.0)


# --------------------------------------------------------------------- bass

# Milliseconds until each sample of the sound font's bass speaks (to -12 dB).
BASS_SPEAKS = {26: 22, 27: 20, 28: 20, 29: 25, 30: 23, 31: 53, 32: 50, 33: 24, 34: 23, 35: 23, 36: 23, 37: 22, 38: 35,
               39: 34, 40: 15, 41: 14, 42: 14, 43: 17, 44: 15, 45: 15, 46: 15, 47: 13, 48: 15, 49: 14, 50: 13, 51: 13}


class BassPart(Part):
    """A bassist whose notes sound on the beat, whatever the sample does."""

    def note(self, beat, beats, pitch, vel, offset=0.0, loose=1.0):
        lead = BASS_SPEAKS.get(pitch, 13) / 1000.0
        super().note(beat, beats, pitch, vel, offset - lead, loose)
        end, order, data = self.events[-1]              # stop earlier as well
        self.events[-1] = (max(self.events[-2][0] + 0.03, end - lead), order, data)

def make_bass():
    p = BassPart("bass", 33, late=2, spread=2.5, touch=4)
    cells = chart()
    roots = [CHORDS[n][0] for _, _, n in cells]
    major = {2, 4, 6, 7, 9, 11, 1}

    def approach(cur, nxt):
        """A passing note one step from the next root, from the near side."""
        side = -1 if cur < nxt else 1
        if cur == nxt:
            side = -1
        for step in (2, 1):
            n = nxt + side * step
            if n % 12 in major and n >= 28:
                return n
        return nxt + side

    for i, (b, d, name) in enumerate(cells):
        r = roots[i]
        nxt = roots[i + 1] if i + 1 < len(cells) else r
        bar = int(b // 4)
        octave = r + 12
        if bar < INTRO + 2:
            continue
        if bar < VERSE:
            p.note(b, 2.9, r, 84)
            p.note(b + 3.0, 0.9, octave if bar == 2 else approach(r, nxt), 80)
        elif bar < CHORUS:
            if d < 4:
                p.note(b, 1.4, r, 94)
                p.note(b + 1.5, 0.45, approach(r, nxt) if i % 2 else r, 88)
                continue
            p.note(b, 1.35, r, 98)
            if bar % 2 == 0:
                p.note(b + 1.5, 0.9, r, 88)
                p.note(b + 2.5, 0.45, octave if r < 36 else r + 7, 92)
                p.note(b + 3.0, 0.4, r + 7 if r < 36 else r, 80)
            else:
                p.note(b + 1.75, 0.6, r, 86)
                p.note(b + 2.5, 0.9, r, 90)
            p.note(b + 3.5, 0.45, approach(r, nxt), 88)
        elif CHORUS <= bar < BRIDGE or FINAL <= bar < END:
            n = int(d * 2)
            for e in range(n):
                pos = b + e / 2.0
                if e == n - 1:
                    p.note(pos, 0.44, approach(r, nxt), 96)
                elif e in (3, 6) and bar % 2 == 1 and d == 4:
                    p.note(pos, 0.34, octave, 102)
                else:
                    p.note(pos, 0.42, r, 106 if e % 2 == 0 else 92)
        elif bar < FINAL:
            if bar < FINAL - 1:
                p.note(b, 1.9, r, 92)
                p.note(b + 2.0, 0.7, r, 84)
                p.note(b + 2.75, 1.15, r + 7 if bar % 2 == 0 else octave, 84)
            else:
                for e in range(int(d * 2)):
                    p.note(b + e / 2.0, 0.45, r, 80 + 4 * e + (12 if b % 4 else 0))
        else:
            p.note(b, 8.5, r, 104)
            p.note(b, 8.5, r - 12, 70) if r - 12 >= 28 else None
    x = high_pass(mono(render("bass", [p])), 22)
    x = low_pass(x, 4200, 8)
    x = eq(x, "peak", 98, 7.0, 3.5)                      # FAULT: boom at 98 Hz
    # FAULT: two notes jump out by 6 dB (bars 8 and 17, counted from 1, beat 1)
    t = np.arange(TOTAL) / RATE / BEAT
    g = np.zeros(TOTAL)
    for a, b2 in ((7 * 4, 7 * 4 + 1.45), (16 * 4, 16 * 4 + 0.98)):
        g[(t >= a - 0.03) & (t < b2)] = 6.0
    g = uniform_filter1d(g, 961)
    x = x * 10 ** (g / 20.0)
    return ring_out(peak_to(strip_silence(x, -70, 0.2), -8.0), 2.6, 5.0)


# ------------------------------------------------------------------- guitars

def strum(p, beat, beats, notes, vel, down=True, spread=0.011):
    order = list(notes) if down else list(reversed(notes))[:4]
    for i, n in enumerate(order):
        p.note(beat, beats, n, vel - 2.5 * i, offset=i * spread * (1.0 if down else 0.7), loose=0.3)


def rhythm_guitar(name, side):
    """side 0: low voicings and palm mutes; side 1: high voicings, off-beat chops."""
    clean = Part(name, 27, 0, late=-9 + side * 3, spread=3.5, touch=5)
    mute = Part(name + " mute", 28, 1, late=-9 + side * 3, spread=3.0, touch=6)
    for i, (b, d, chord) in enumerate(chart()):
        v = CHORDS[chord][2 + side]
        bar = int(b // 4)
        if bar < VERSE:
            continue
        if bar < CHORUS:
            if side == 0:
                for e in range(int(d * 2)):
                    pos = b + e / 2.0
                    vel = 96 if pos % 1 == 0 else 78
                    for j, n in enumerate(v[:2]):
                        mute.note(pos, 0.4, n, vel - 6 * j, offset=j * 0.004, loose=0.5)
            elif bar >= VERSE + 2:
                for pos in ([1.0, 2.5, 3.0] if d == 4 else [0.5, 1.0]):
                    strum(clean, b + pos, 0.35, v, 84, down=pos % 1 == 0, spread=0.007)
        elif CHORUS <= bar < BRIDGE or FINAL <= bar < END:
            if d == 4:
                pattern = ([(0, 1.4, 1, 104), (1.5, .45, 0, 84), (2, .9, 1, 98), (3, .45, 1, 92), (3.5, .45, 0, 90)] if side == 0 else
                           [(0, .9, 1, 102), (1, .45, 1, 90), (1.5, .9, 0, 92), (2.5, .45, 0, 88), (3, .45, 1, 96), (3.5, .45, 0, 88)])
            else:
                pattern = [(0, .9, 1, 102), (1, .45, 1, 90), (1.5, .45, 0, 90)]
            for pos, dur, down, vel in pattern:
                strum(clean, b + pos, dur, v, vel + (4 if bar >= FINAL else 0), bool(down))
        elif bar < FINAL:
            if side == 0 or bar >= BRIDGE + 2:
                if bar < FINAL - 1:
                    strum(clean, b, 3.8, v, 78 + 6 * (bar - BRIDGE), True, 0.018)
                else:
                    for e in range(int(d * 2)):
                        strum(clean, b + e / 2.0, 0.42, v, 74 + 3 * e + (10 if b % 4 else 0), e % 2 == 0)
        else:
            strum(clean, b, 9, v, 112, True, 0.022)
    x = mono(render(name, [clean, mute]))
    x = high_pass(x, 90)
    x = drive(x, 3.4 if side == 0 else 2.8)
    x = cabinet(x, 5200 if side == 0 else 5600, 3.0)
    # FAULT: presence piled up at 1-4 kHz, right where the voice lives
    x = eq(x, "peak", 1700 if side == 0 else 2100, 5.0, 0.9)
    x = eq(x, "peak", 3300, 3.5, 1.1)
    return ring_out(peak_to(strip_silence(x, -62, 0.25), -12.0 if side == 0 else -13.5))


def make_guitar_left():
    return rhythm_guitar("guitar left", 0)


def make_guitar_right():
    return rhythm_guitar("guitar right", 1)


def make_acoustic():
    p = Part("acoustic", 25, late=-10, spread=3.5, touch=5)
    for b, d, chord in chart():
        bar = int(b // 4)
        v = CHORDS[chord][2]
        if bar < CHORUS or BRIDGE <= bar < FINAL:
            order = [0, 2, 1, 3, 2, 3, 1, 2]
            n = int(d * 2)
            for e in range(n):
                s = min(order[e % 8], len(v) - 1)
                top = 12 if (e in (3, 5) and bar % 2 == 1 and v[s] < 60) else 0
                p.note(b + e / 2.0, 1.6, v[s] + top, 88 if e == 0 else (74 if e % 2 == 0 else 66))
        elif bar >= END:
            strum(p, b, 10, v + [69], 84, True, 0.05)
    x = low_pass(high_pass(mono(render("acoustic", [p])), 70), 8500, 10)
    return ring_out(peak_to(strip_silence(x, -60, 0.3), -31.0))   # FAULT: far too quiet


HOOK = [(0, 1.5, 74), (1.5, .5, 73), (2, 1, 71), (3, .5, 69), (3.5, 1.4, 69), (5, .5, 71), (5.5, .5, 73), (6, 1.4, 76),
        (7.5, .5, 73), (8, 1.5, 74), (9.5, .5, 73), (10, 1, 71), (11, .5, 66), (11.5, 2.6, 67), (14.5, .5, 69), (15, .5, 67), (15.5, .45, 66)]
ANSWER = {0: [(5.5, .25, 73), (5.75, .25, 74), (6, 1.0, 76)], 1: [(5.5, .25, 74), (5.75, .25, 76), (6, .9, 78)],
          2: [(5.5, .25, 76), (5.75, .25, 74), (6, .9, 73)]}


def make_lead_guitar():
    p = Part("lead guitar", 29, late=-7, spread=3.0, touch=3)

    def line(origin, notes, vel):
        prev_end = -9
        for pos, dur, n in notes:
            beat = origin + pos
            t0, t1 = beat * BEAT, (beat + dur) * BEAT
            p.note(beat, dur * 0.97, n, vel + (5 if pos % 1 == 0 else 0))
            p.bend(t0 - 0.02, 0)
            scoop = dur >= 0.9 and beat - prev_end > -0.01
            for k in range(int((t1 - t0) / 0.01)):
                u = k * 0.01
                bendv = 0.0
                if scoop:
                    bendv -= 1.0 * max(0.0, 1 - u / 0.07) ** 1.5
                if t1 - t0 > 0.5:
                    bendv += 0.22 * np.clip((u - 0.25) / 0.3, 0, 1) * np.sin(2 * np.pi * 5.6 * (u - 0.25))
                p.bend(t0 + u, bendv)
            prev_end = beat + dur

    line(0, HOOK, 92)
    for start in (CHORUS, FINAL):
        for k, notes in ANSWER.items():
            line((start + 2 * k) * 4, notes, 96)
    # the bridge climbs, and lands on the last chorus
    line(22 * 4, [(0, 1.9, 65), (2, 1.9, 69), (4, .5, 69), (4.5, .5, 71), (5, .5, 73), (5.5, .5, 74), (6, .5, 76), (6.5, .5, 78), (7, .5, 79), (7.5, .5, 80)], 92)
    line(FINAL * 4, [(0, 3.2, 81)], 100)
    line(END * 4, [(0.0, .5, 69), (.5, .5, 73), (1, .5, 74), (1.5, 8, 78)], 98)
    x = mono(render("lead guitar", [p]))
    x = cabinet(drive(high_pass(x, 150), 1.6), 5800, 3.0)
    x = eq(x, "peak", 900, 3.0, 1.0)
    return ring_out(peak_to(strip_silence(x, -62, 0.25), -12.0), 2.2, 4.8)


# ---------------------------------------------------------------------- keys

def voice_lead(tones, previous, low, high, count):
    """The inversion of the chord that moves least from the previous one."""
    pool = [n for n in range(low, high + 1) if n % 12 in tones]
    best, best_cost = None, 1e9
    for i in range(len(pool) - count + 1):
        cand = pool[i:i + count]
        if len({n % 12 for n in cand}) < min(count, len(tones)):
            continue
        center = (low + high) / 2.0
        if previous:
            cost = sum(abs(a - b) for a, b in zip(cand, previous)) + 0.15 * abs(np.mean(cand) - center)
        else:
            cost = abs(np.mean(cand) - center)
        if cost < best_cost:
            best, best_cost = cand, cost
    return best or pool[:count]


def voicings(low, high, count):
    prev, out = None, []
    for b, d, name in chart():
        tones = CHORDS[name][1]
        prev = voice_lead(tones, prev, low, high, min(count, len(tones)))
        out.append((b, d, name, prev))
    return out


def make_piano():
    p = Part("piano", 0, late=-4, spread=4.0, touch=5)
    for b, d, name, v in voicings(54, 74, 4):
        bar = int(b // 4)
        root = CHORDS[name][0] + 12
        if bar < VERSE:
            if bar % 2 == 0:
                for j, n in enumerate(v):
                    p.note(b, 3.6, n, 62 - j, offset=j * 0.006)
                p.note(b, 3.8, root, 60)
        elif CHORUS <= bar < BRIDGE or FINAL <= bar < END:
            hits = [(0, .9, 92), (1, .8, 78), (1.5, .9, 86), (2.5, .8, 82), (3, .45, 76), (3.5, .45, 84)]
            for pos, dur, vel in hits:
                if pos >= d:
                    break
                notes = v if pos in (0, 1.5, 3.5) else v[1:]
                for j, n in enumerate(notes):
                    p.note(b + pos, dur, n, vel - 3 * (len(notes) - 1 - j), offset=j * 0.002, loose=0.6)
            p.note(b, min(d, 1.9), root, 88)
            if d == 4:
                p.note(b + 2, 1.8, root, 78)
        elif bar == END:
            for j, n in enumerate([50, 57, 62, 64, 66, 69, 74]):
                p.note(b, 10, n, 90 - j, offset=j * 0.012)
            p.note(b, 10, 38, 92)
            p.note(b + 2, 8, 81, 66)
            p.note(b + 2.5, 7.5, 78, 60)
            p.note(b + 3, 7, 76, 56)
            p.note(b + 4, 6, 86, 58)
    p.cc(0, 64, 0)
    for b, d, _ in chart():
        if b < VERSE * 4 or b >= END * 4:
            p.cc(b * BEAT + 0.03, 64, 127)
            p.cc((b + d) * BEAT - 0.04, 64, 0 if b < END * 4 else 127)
    x = render("piano", [p])
    x = eq(x, "peak", 315, 6.0, 1.0)                     # FAULT: mud at 250-400 Hz
    m, s = x.mean(axis=1), 0.5 * (x[:, 0] - x[:, 1])
    x = np.stack([m + 0.8 * s, m - 0.8 * s], axis=1)
    return ring_out(peak_to(strip_silence(low_pass(x, 8000), -58, 0.2), -16.0), 2.6, 5.2)


def make_electric_piano():
    p = Part("electric piano", 4, late=3, spread=4.0, touch=6)
    for b, d, name, v in voicings(57, 77, 4):
        bar = int(b // 4)
        if VERSE <= bar < CHORUS:
            hits = [(0, 1.3, 76), (1.5, 1.4, 68), (3.0, .4, 62), (3.5, .4, 70)] if bar % 2 == 0 else [(0, 2.2, 74), (2.5, 1.3, 70)]
            for pos, dur, vel in hits:
                if pos >= d:
                    break
                for j, n in enumerate(v):
                    p.note(b + pos, min(dur, d - pos), n, vel - 2 * j, offset=j * 0.003, loose=0.6)
            if bar in (VERSE + 3, VERSE + 7):           # an answer to the voice
                for pos, n in ((2.5, 74), (3.0, 78), (3.5, 81)):
                    p.note(bar * 4 + pos, 0.45, n, 66)
        elif BRIDGE <= bar < FINAL:
            for e in range(int(d * 2)):
                n = (v + [v[0] + 12])[[0, 2, 1, 3, 4, 3, 1, 2][e % 8] % (len(v) + 1)]
                p.note(b + e / 2.0, 0.9, n, 72 if e % 2 == 0 else 60)
    x = mono(render("electric piano", [p]))
    x = eq(x, "peak", 320, 4.0, 1.0)                     # FAULT: more mud
    x = peak_to(strip_silence(low_pass(x, 7000), -62, 0.3), -13.0)
    # FAULT: steady hiss of its amplifier, -55 dBFS RMS while the track runs
    g = regions([(VERSE * 4 - 1, CHORUS * 4 + 1), (BRIDGE * 4 - 1, FINAL * 4 + 1)], 0.01)
    hiss = low_pass(high_pass(seed("hiss").standard_normal(TOTAL), 700, 1), 7200, 10)
    hiss *= 10 ** (-55 / 20.0) / np.sqrt(np.mean(hiss ** 2))
    return x * (g > 0) + hiss * g


def make_organ():
    p = Part("organ", 16, late=0, spread=3.0, touch=2)
    for b, d, name, v in voicings(57, 74, 3):
        bar = int(b // 4)
        if CHORUS <= bar < BRIDGE or FINAL <= bar < END:
            for n in v:
                p.note(b, d * 0.985, n, 84, loose=0.5)
        elif bar == END:
            for n in v:
                p.note(b, 6, n, 84)
    for k, n in enumerate([57, 59, 61, 62, 64, 66, 67, 69, 71, 73, 74, 76]):
        p.note(FINAL * 4 - 1 + k / 12.0, 0.1, n, 78)
    for a, b in ((CHORUS, BRIDGE), (FINAL, END)):
        p.ramp(11, a * 4, b * 4, 84, 120)
    p.ramp(11, BRIDGE * 4 + 8, FINAL * 4, 60, 110)
    x = low_pass(high_pass(mono(render("organ", [p])), 60), 6000)
    # a slow rotor
    t = np.arange(TOTAL) / RATE
    x = x * (1.0 + 0.18 * np.sin(2 * np.pi * 0.9 * t)) + 0.1 * low_pass(x, 800, 2) * np.sin(2 * np.pi * 0.7 * t + 1)
    return ring_out(peak_to(strip_silence(x, -62, 0.2), -18.0), 1.4, 4.2)


# ------------------------------------------------------------ strings and pads

STRING_LINES = {          # per chorus bar: (violins, violas, cellos) as (beats, note)
    0: ([(2, 71), (2, 74)], [(4, 67)], [(4, 55)]),
    1: ([(3, 76), (1, 74)], [(4, 69)], [(4, 57)]),
    2: ([(2, 73), (2, 76)], [(4, 69)], [(4, 54)]),
    3: ([(2, 74), (2, 78)], [(4, 66)], [(2, 59), (2, 57)]),
    4: ([(3, 79), (1, 78)], [(4, 71)], [(4, 52)]),
    5: ([(2, 76), (2, 73)], [(2, 69), (2, 67)], [(2, 57), (2, 55)]),
    6: ([(2, 78), (2, 81)], [(4, 69)], [(2, 50), (2, 54)]),
    7: ([(2, 81), (1, 78), (1, 76)], [(4, 72)], [(4, 54)]),
}


def make_strings():
    p = Part("strings", 48, late=-4, spread=5.0, touch=4)

    def lines(bar, cell, vel):
        for part, boost in zip(cell, (6, 0, 2)):
            pos = bar * 4
            for dur, n in part:
                p.note(pos, dur * 1.02, n, vel + boost)
                pos += dur

    for k in range(4):                                   # second half of the verse
        bar = VERSE + 4 + k
        top = [(69,), (71,), (74,), (74, 73)][k]
        cell = ([(4.0 / len(top), n) for n in top], [(4, [66, 67, 66, 64][k])], [(4, [54, 52, 55, 57][k])])
        lines(bar, cell, 62)
    for start in (CHORUS, FINAL):
        for k in range(8):
            cell = STRING_LINES[k]
            if start == FINAL and k == 6:
                cell = ([(2, 78), (2, 79)], [(4, 74)], [(4, 55)])
            if start == FINAL and k == 7:
                cell = ([(4, 82)], [(4, 76)], [(4, 55)])
            lines(start + k, cell, 88 if start == CHORUS else 98)
    for k, cell in enumerate([([(4, 65)], [(4, 58)], [(4, 46)]), ([(4, 67)], [(4, 60)], [(4, 48)]),
                              ([(4, 69)], [(4, 65)], [(4, 46)])]):
        lines(BRIDGE + k, cell, 70)
    lines(23, ([(.5, n) for n in (69, 71, 73, 74, 76, 78, 79, 80)], [(2, 62), (2, 61)], [(4, 45)]), 86)
    lines(END, ([(9, 81)], [(9, 74)], [(9, 50)]), 96)
    p.ramp(11, 32, 48, 54, 92)
    p.cc(48 * BEAT - 0.01, 11, 100)
    for bar in list(range(CHORUS, BRIDGE)) + list(range(FINAL, END)):
        p.ramp(11, bar * 4, bar * 4 + 2, 92, 112, 12)
        p.ramp(11, bar * 4 + 2, bar * 4 + 3.9, 112, 92, 12)
    p.ramp(11, 80, 92, 56, 84)
    p.ramp(11, 92, 95.9, 84, 124)
    p.cc(END * 4 * BEAT, 11, 118)
    x = low_pass(high_pass(render("strings", [p]), 50), 8000, 10)
    return ring_out(peak_to(strip_silence(x, -60, 0.2), -20.0), 2.2, 5.2)


def make_pad():
    p = Part("pad", 89, late=-10, spread=6.0, touch=3)
    for b, d, name, v in voicings(50, 69, 4):
        bar = int(b // 4)
        if bar < CHORUS or BRIDGE <= bar < FINAL or bar == END:
            for n in v:
                p.note(b, d * (1.03 if bar != END else 2), n, 74)
    p.ramp(11, 0, 12, 50, 100)
    p.ramp(11, 80, 96, 76, 118)
    x = low_pass(high_pass(render("pad", [p]), 90), 5000)
    return ring_out(peak_to(strip_silence(x, -62, 0.3), -19.0), 2.2, 5.0)


# -------------------------------------------------------------------- voices

# (first bar, text, [(phones, [(beat, beats, note), ...]), ...])
def _line(bar, text, *syllables):
    return bar, text, [(s[0], s[1:]) for s in syllables]


LINES = {
    "v1": _line(4, "Gray town the gutters overflow",
                ("g r ey", (0, 1, 66)), ("t aw n", (1, 1.3, 66)), ("dh ax", (2.5, .5, 64)), ("g ah t", (3, .5, 62)), ("er z", (3.5, .5, 64)),
                ("ow", (4, .5, 66)), ("v er", (4.5, .5, 66)), ("f l ow", (5, 1.0, 64), (6, .8, 61))),
    "v2": _line(6, "I count the lights that come and go",
                ("ay", (-.5, .45, 62)), ("k aw n t", (0, 1, 66)), ("dh ax", (1, .5, 66)), ("l ay t s", (1.5, 1, 69)), ("dh ae t", (2.5, .5, 69)),
                ("k ah m", (3, .5, 67)), ("ae n d", (3.5, .5, 66)), ("g ow", (4, .75, 67), (4.75, .5, 66), (5.25, 1.5, 62))),
    "v3": _line(8, "You left a window open wide",
                ("y uw", (-.5, .5, 62)), ("l eh f t", (0, 1, 66)), ("ax", (1, .5, 66)), ("w ih n", (1.5, .5, 69)), ("d ow", (2, .5, 69)),
                ("ow", (2.5, .5, 71)), ("p ax n", (3, .5, 69)), ("w ay d", (3.5, 1.0, 67), (4.5, 1.7, 66))),
    "v4": _line(10, "And let the morning come inside",
                ("ae n d", (-.5, .5, 64)), ("l eh t", (0, 1, 66)), ("dh ax", (1, .5, 66)), ("m ao r n", (1.5, 1, 71)), ("ih ng", (2.5, .5, 69)),
                ("k ah m", (3, .5, 69)), ("ih n", (3.5, .5, 67)), ("s ay d", (4, 2.2, 69))),
    "c1": _line(12, "There's a room above the rain",
                ("dh eh r z", (-1, .5, 66)), ("ax", (-.5, .5, 67)), ("r uw m", (0, 1.5, 74)), ("ax", (1.5, .5, 73)), ("b ah v", (2, 1, 71)),
                ("dh ax", (3, .5, 69)), ("r ey n", (3.5, 2.0, 69))),
    "c2": _line(14, "Where the quiet calls my name",
                ("w eh r", (-1, .5, 66)), ("dh ax", (-.5, .5, 69)), ("k w ay", (0, 1.5, 73)), ("ax t", (1.5, .5, 71)), ("k ao l z", (2, 1, 69)),
                ("m ay", (3, .5, 66)), ("n ey m", (3.5, 2.0, 66))),
    "c3": _line(16, "Leave the thunder at the door",
                ("l iy v", (-1, .5, 64)), ("dh ax", (-.5, .5, 66)), ("th ah n", (0, 1.5, 71)), ("d er", (1.5, .5, 69)), ("ae t", (2, 1, 67)),
                ("dh ax", (3, .5, 66)), ("d ao r", (3.5, 2.0, 64))),
    "c4": _line(18, "We don't need it anymore",
                ("w iy", (-1, .5, 66)), ("d ow n t", (-.5, .5, 67)), ("n iy d", (0, 1, 69)), ("ih t", (1, .5, 66)), ("eh n", (1.5, .5, 69)),
                ("iy", (2, .5, 71)), ("m ao r", (2.5, .5, 73), (3, 3.4, 74))),
    "b1": _line(20, "Breathe in", ("b r iy dh", (0, 2, 69)), ("ih n", (2, 2, 70), (4, 2.4, 67))),
    "b2": _line(22, "Breathe out", ("b r iy dh", (0, 2, 69)), ("aw t", (2, 2, 72), (4, 1.4, 74), (5.4, 1.1, 73))),
    "f4": _line(30, "In the room above the rain",
                ("ih n", (-1, .5, 66)), ("dh ax", (-.5, .5, 67)), ("r uw m", (0, 1.5, 74)), ("ax", (1.5, .5, 73)), ("b ah v", (2, 1.5, 71)),
                ("dh ax", (3.5, .5, 69)), ("r ey n", (4, 4, 70), (8, 5.5, 69))),
}
for _n, _src in (("f1", "c1"), ("f2", "c2"), ("f3", "c3")):
    LINES[_n] = (LINES[_src][0] + 12,) + LINES[_src][1:]

# FAULT: the singer moves around in front of the microphone (dB per phrase)
PHRASE_DB = {"v1": -4.0, "v2": -9.0, "v3": -3.0, "v4": -8.0, "c1": 0.0, "c2": -5.0, "c3": 1.5, "c4": -1.0,
             "b1": -9.5, "b2": -7.0, "f1": 1.0, "f2": -4.5, "f3": 2.0, "f4": -0.5}


def sung_notes(line, move=None, late=0.0, rng=None):
    """Seconds and notes for the singer; move maps a note to a harmony note."""
    bar, _, syllables = line
    out = []
    for _, notes in syllables:
        jit = late + (np.clip(rng.standard_normal() * 0.006, -0.012, 0.012) if rng is not None else 0.0)
        out.append([((bar * 4 + a) * BEAT + jit, (bar * 4 + a + d) * BEAT + jit,
                     move(n, bar * 4 + a + (0.5 if a % 1 == 0.5 and d > 1 else 0)) if move else n)
                    for a, d, n in notes])
    return out


def make_lead_voice():
    x = np.zeros(TOTAL)
    rng = seed("lead voice")
    for name in sorted(LINES, key=lambda k: LINES[k][0]):
        bar, text, syllables = LINES[name]
        x += voice.sing(text, [s[0] for s in syllables], sung_notes(LINES[name], None, 0.0, rng), RATE, TOTAL,
                        seed("sing " + name), "slt", 1.0, breath=1.0,
                        sibilance=5.0, level_db=PHRASE_DB[name])     # FAULT: sharp s at 7 kHz
    x = low_pass(x, 12000, 10)
    return ring_out(peak_to(strip_silence(x, -66, 0.12), -8.0), 2.6, 4.6)


def harmony(steps):
    """A chord-tone-aware third (or so) below or above in the bar's chord."""
    def move(n, beat):
        tones = set(CHORDS[chord_at(beat)][1])
        scale = {2, 4, 6, 7, 9, 11, 1} if not (80 <= beat < 92) else {10, 0, 2, 4, 5, 7, 9}
        direction = 1 if steps > 0 else -1
        want = range(3, 9) if abs(steps) == 3 else range(7, 13)
        for d in want:
            if (n + direction * d) % 12 in tones:
                return n + direction * d
        for d in want:
            if (n + direction * d) % 12 in scale:
                return n + direction * d
        return n + direction * 4
    return move


CHORUS_KEYS = ["c1", "c2", "c3", "c4", "f1", "f2", "f3", "f4"]


def ooh(beat0, notes, rng, who, formant, db):
    """A wordless line: [(beats from beat0, beats, note), ...]."""
    syl = [[((beat0 + a) * BEAT, (beat0 + a + d) * BEAT, n) for a, d, n in notes]]
    return voice.sing("ooh", ["uw"], syl, RATE, TOTAL, rng, who, formant, breath=1.2, vibrato=14, scoop=40, level_db=db)


def make_backing_high():
    x = np.zeros(TOTAL)
    for take, (late, formant) in enumerate(((0.008, 1.05), (-0.004, 1.10))):
        rng = seed("high %d" % take)
        for name in CHORUS_KEYS:
            bar, text, syllables = LINES[name]
            x += voice.sing(text, [s[0] for s in syllables], sung_notes(LINES[name], harmony(-3), late, rng), RATE, TOTAL,
                            seed("high %s %d" % (name, take)), "slt", formant, breath=1.3, vibrato=16, scoop=40)
        x += ooh(80, [(0, 3.9, 65), (4, 3.6, 64)], seed("ooh a%d" % take), "slt", formant, -3)
        x += ooh(88, [(0, 3.9, 65), (4, 2.0, 69), (6, 1.6, 69)], seed("ooh b%d" % take), "slt", formant, -2)
    x = low_pass(high_pass(x, 110), 9000, 8)
    return ring_out(peak_to(strip_silence(x, -62, 0.15), -14.0), 2.6, 4.6)


def make_backing_low():
    x = np.zeros(TOTAL)
    for take, (late, formant) in enumerate(((0.006, 0.97), (-0.007, 1.02))):
        rng = seed("low %d" % take)
        for name in CHORUS_KEYS:
            bar, text, syllables = LINES[name]
            down = harmony(-3)
            mv = (lambda n, beat: n - 12) if take == 0 else (lambda n, beat: down(n, beat) - 12 if down(n, beat) - 12 > 45 else down(n, beat))
            x += voice.sing(text, [s[0] for s in syllables], sung_notes(LINES[name], mv, late, rng), RATE, TOTAL,
                            seed("low %s %d" % (name, take)), "rms", formant, breath=1.3, vibrato=14, scoop=40)
        x += ooh(80, [(0, 3.9, 58), (4, 3.6, 60)], seed("ooh c%d" % take), "rms", formant, -2)
        x += ooh(88, [(0, 3.9, 58), (4, 2.0, 62), (6, 1.6, 61)], seed("ooh d%d" % take), "rms", formant, -1)
    x = low_pass(high_pass(x, 80), 8000, 8)
    return ring_out(peak_to(strip_silence(x, -62, 0.15), -15.0), 2.6, 4.6)


# ---------------------------------------------------------------------- effects

def make_riser():
    """Reversed crash cymbals and a swept breath of noise into each chorus."""
    p = Part("reverse", 0, 9, spread=0.0, touch=0.0)
    p.note(0.5, 4, CRASH, 110)
    p.note(0.5, 4, CRASH2, 90)
    hit = render("reverse", [p])[int(0.5 * BEAT * RATE):][:int(4 * BEAT * RATE)]
    rev = hit[::-1] * (np.linspace(0, 1, len(hit)) ** 2)[:, None]
    out = np.zeros((TOTAL, 2))
    rng = seed("riser")
    for beat, size in ((VERSE * 4, 0.5), (CHORUS * 4, 0.85), (FINAL * 4, 1.0)):
        end = int(beat * BEAT * RATE)
        a = end - len(rev)
        out[a:end] += size * rev / np.abs(rev).max()
        if size > 0.6:
            n = int(8 * BEAT * RATE) if size == 1.0 else int(4 * BEAT * RATE)
            noise = rng.standard_normal((n, 2))
            sweep = np.zeros((n, 2))
            bands = 24
            u = np.linspace(0, 1, n)
            for k in range(bands):
                f = 300 * (8000 / 300.0) ** (k / (bands - 1.0))
                w = np.exp(-((u - k / (bands - 1.0)) / 0.09) ** 2)
                b = sosfilt(butter(2, [f / 1.25, f * 1.25], "bandpass", fs=RATE, output="sos"), noise, axis=0)
                sweep += b * w[:, None] / np.sqrt(f)
            sweep *= (u ** 1.6 * np.minimum(1, (1 - u) * 60))[:, None]
            out[end - n:end] += 0.8 * size * sweep / np.abs(sweep).max()
    n = int(0.008 * RATE)
    for beat in (VERSE * 4, CHORUS * 4, FINAL * 4):      # no click at the cut
        end = int(beat * BEAT * RATE)
        out[end - n:end] *= np.linspace(1, 0, n)[:, None]
    return peak_to(strip_silence(low_pass(out, 10000), -60, 0.02, 0.004), -20.0)


# ------------------------------------------------------------------ the session

# (name, maker, significant bits). All files are 24 bit. Wide-band, noise-like
# tracks keep 20 significant bits, as many converters do: their own noise lies
# far above -120 dBFS, and it keeps the whole song small.
TRACKS = [
    ("01 Kick", make_kick, 20), ("02 Snare Top", make_snare_top, 20), ("03 Snare Bottom", make_snare_bottom, 20),
    ("04 Hi-Hat", make_hats, 20), ("05 Toms", make_toms, 24), ("06 Overheads", make_overheads, 20),
    ("07 Percussion", make_percussion, 20), ("08 Bass", make_bass, 24), ("09 Guitar Left", make_guitar_left, 20),
    ("10 Guitar Right", make_guitar_right, 20), ("11 Acoustic Guitar", make_acoustic, 24), ("12 Lead Guitar", make_lead_guitar, 20),
    ("13 Piano", make_piano, 20), ("14 Electric Piano", make_electric_piano, 20), ("15 Organ", make_organ, 20),
    ("16 Strings", make_strings, 20), ("17 Pad", make_pad, 20), ("18 Lead Voice", make_lead_voice, 22),
    ("19 Backing Voice High", make_backing_high, 20), ("20 Backing Voice Low", make_backing_low, 20), ("21 Riser", make_riser, 20),
]


def write_flac(path, x, bits):
    """24-bit FLAC with the reference encoder."""
    assert np.abs(x).max() < 0.98 and len(x) == TOTAL
    step = 1 << (24 - bits)
    q = (np.round(x * (8388608.0 / step)) * step).astype("<i4")
    channels = 1 if q.ndim == 1 else q.shape[1]
    raw = q.reshape(-1, 1).view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    subprocess.run(
        ["flac", "-8", "-e", "-p", "-s", "-f", "--no-padding", "--force-raw-format", "--endian=little", "--sign=signed",
         "--channels=%d" % channels, "--bps=24", "--sample-rate=%d" % RATE,
         "-T", "TITLE=" + os.path.basename(path)[3:-5], "-T", "ALBUM=" + TITLE,
         "-T", "LICENSE=CC0-1.0; sounds: FluidR3 GM by Frank Wen, MIT license",
         "-o", path, "-"], input=raw, check=True)


def main():
    global WORK
    ap = argparse.ArgumentParser(description="Makes the raw stems of the sample song.")
    ap.add_argument("output")
    ap.add_argument("--work", default=None, help="folder for the MIDI files (kept if given)")
    ap.add_argument("--only", default="", help="comma-separated track names")
    args = ap.parse_args()

    WORK = args.work or tempfile.mkdtemp(prefix="song-")
    os.makedirs(WORK, exist_ok=True)
    os.makedirs(args.output, exist_ok=True)
    only = [s.strip() for s in args.only.split(",") if s.strip()]
    for name, make, bits in TRACKS:
        if only and name not in only:
            continue
        x = make()
        path = os.path.join(args.output, name + ".flac")
        write_flac(path, x, bits)
        print("%-24s %s  peak %6.1f dBFS  %8.2f MB" % (
            name, "stereo" if x.ndim == 2 else "mono  ", 20 * np.log10(np.abs(x).max()), os.path.getsize(path) / 1e6))
        sys.stdout.flush()
    if not args.work:
        shutil.rmtree(WORK)


if __name__ == "__main__":
    main()
