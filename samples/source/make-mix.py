#!/usr/bin/env python3
"""Writes the mix of the sample song: ../Room Above the Rain.headroom/project.json.

    ./make-mix.py            writes the project
    ./make-mix.py --check    tells whether the project on disk is what this script writes

Python 3 alone. Lengths and channels come from the headers of the FLAC files, checksums from their bytes.

One call of track(), bus() or send_return() below is one strip of the mixer, in the order of its signal: trim, inserts,
sends, fader. Why each move is made stands in the strip's notes, which the program shows, and the faults it cures are
those of README.md. Times are seconds; b(n) is the beginning of bar n, counted from 0. Levels are dB.
"""
import hashlib
import json
import pathlib
import struct
import sys

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = HERE.parent / "Room Above the Rain.headroom"
RATE = 44100
TEMPO = 112


def b(bar):
    return bar * 4 * 60 / TEMPO


INTRO, VERSE, CHORUS, BRIDGE, FINAL, ENDING, END = b(0), b(4), b(12), b(20), b(24), b(32), 74.0

# ---------------------------------------------------------------------------------------------------------------------
# Effects. A choice is stored as the place of its option in the list of `headroom effects`.
# ---------------------------------------------------------------------------------------------------------------------
BELL, LOW_SHELF, HIGH_SHELF, LOW_CUT, HIGH_CUT = 0, 1, 2, 3, 4
SLOPES = [6, 12, 18, 24, 36, 48, 72, 96]
ROOM, HALL, PLATE = 0, 1, 2
TAPE, TUBE, SOFT = 0, 1, 4
PEAK, RMS = 0, 1
DOTTED_EIGHTH = 11  # of 1/64t 1/64 1/64d 1/32t 1/32 1/32d 1/16t 1/16 1/16d 1/8t 1/8 1/8d 1/4t ...
PING_PONG = 1


def low_cut(freq, slope=12):
    return {"type": LOW_CUT, "freq": freq, "slope": SLOPES.index(slope)}


def high_cut(freq, slope=12):
    return {"type": HIGH_CUT, "freq": freq, "slope": SLOPES.index(slope)}


def bell(freq, gain, q):
    return {"type": BELL, "freq": freq, "gain": gain, "q": q}


def low_shelf(freq, gain):
    return {"type": LOW_SHELF, "freq": freq, "gain": gain}


def high_shelf(freq, gain):
    return {"type": HIGH_SHELF, "freq": freq, "gain": gain}


def eq(*bands, name="eq"):
    """Up to eight bands, on bands 1, 2, 3 ... in the order given."""
    values = {}
    for number, band in enumerate(bands, 1):
        for key, value in band.items():
            values[f"band{number}.{key}"] = value
    return {"name": name, "type": "eq", "values": values}


def compressor(threshold, ratio, attack, release, makeup=0, knee=6, name="comp", key=None, **more):
    values = {"threshold": threshold, "ratio": ratio, "attack": attack, "release": release, "makeup": makeup,
              "knee": knee}
    values.update({name.replace("_", "."): value for name, value in more.items()})
    return {"name": name, "type": "compressor", "values": values, "key": key}


def saturation(curve, drive, mix=100, **more):
    return {"name": "saturation", "type": "saturation", "values": {"curve": curve, "drive": drive, "mix": mix, **more}}


def effect(kind, **values):
    return {"name": kind, "type": kind, "values": {name.replace("_", "."): value for name, value in values.items()}}


# ---------------------------------------------------------------------------------------------------------------------
# Strips
# ---------------------------------------------------------------------------------------------------------------------
strips, media = [], []
LINEAR, HOLD = "linear", "hold"


def frame(seconds):
    return round(seconds * RATE)


def flac_format(path):
    """Frames and channels of a FLAC file, from its STREAMINFO block."""
    with open(path, "rb") as file:
        head = file.read(42)
    if head[:4] != b"fLaC" or head[4] & 0x7F != 0:
        sys.exit(f"{path} is not a FLAC file")
    bits = struct.unpack(">Q", head[18:26])[0]
    rate, channels, frames = bits >> 44, (bits >> 41 & 7) + 1, bits & (1 << 36) - 1
    if rate != RATE or frames == 0:
        sys.exit(f"{path} has {frames} frames at {rate} Hz; wanted are {RATE} Hz")
    return frames, channels


def medium(name):
    """The id of a sound file of the project, which is listed at its first use."""
    ident = "media-" + name[:2]
    if ident not in [known["id"] for known in media]:
        file = FOLDER / "media" / f"{name}.flac"
        frames, channels = flac_format(file)
        media.append({"id": ident, "path": f"media/{name}.flac", "channels": channels, "frames": frames,
                      "origin": f"{name}.flac", "sha256": hashlib.sha256(file.read_bytes()).hexdigest()})
    return ident


def clip(name, start=0.0, end=None, fade_in=0.0, fade_out=0.0):
    ident = medium(name)
    frames = next(known["frames"] for known in media if known["id"] == ident)
    first, last = frame(start), frames if end is None else frame(end)
    fade = lambda seconds: {"frames": frame(seconds), "shape": "equal-power" if seconds else "linear"}
    return {"media": ident, "start": first, "offset": first, "length": last - first, "gainDb": 0,
            "fadeIn": fade(fade_in), "fadeOut": fade(fade_out), "muted": False, "reversed": False, "name": "",
            "color": ""}


def steps(base, *moves, glide=0.1):
    """A lane that is `base` dB plus what each (second, dB) says from that second on; the way there ends on it."""
    points = []
    for number, (second, offset) in enumerate(moves):
        if number:
            points.append((second - glide, base + moves[number - 1][1]))
        points.append((second, base + offset))
    return points


groups_used = []


def strip(kind, ident, name, color, notes, trim=0, volume=0, pan=0, width=100, polarity=0, mute=0, output=None,
          inserts=(), sends=(), lanes=(), clips=(), group=""):
    """lanes: (owner, control, points); the owner is "" for the strip, else the name of an insert or of a send's target.
    """
    initial = {"trim": 0, "polarity": 0, "volume": 0, "pan": 0, "width": 100, "mute": 0}
    controls = {"trim": trim, "polarity": polarity, "volume": volume, "pan": pan, "width": width, "mute": mute}
    made = {"id": ident, "kind": kind, "name": name, "color": color, "icon": "", "wide": False,
            "hidden": False, "folder": "", "group": f"group-{group.lower()}" if group else "", "notes": notes,
            "solo": False, "soloSafe": kind == "return"}
    if group and group not in groups_used:
        groups_used.append(group)
    if output:
        made["output"] = output
    made["controls"] = {key: controls[key] for key in sorted(controls) if controls[key] != initial[key]}
    made["inserts"] = []
    for insert in inserts:
        item = {"id": f"{ident}-{insert['name']}", "type": insert["type"]}
        if insert.get("key"):
            item["key"] = insert["key"]
        item["values"] = dict(sorted(insert["values"].items()))
        made["inserts"].append(item)
    made["sends"] = [{"id": f"{ident}-to-{target}", "target": target, "preFader": False, "controls": {"level": level}}
                     for target, level in sends]
    owners = {"": ident, **{insert["name"]: f"{ident}-{insert['name']}" for insert in inserts},
              **{target: f"{ident}-to-{target}" for target, _ in sends}}
    made["automation"] = [{"owner": owners[owner], "param": control, "enabled": True,
                           "points": [[frame(second), round(value, 3), shape[0] if shape else LINEAR]
                                      for second, value, *shape in points]}
                          for owner, control, points in lanes]
    made["clips"] = [{"id": f"{ident}-clip{number}", **item} for number, item in enumerate(clips, 1)]
    return made


def track(file, ident, name, color, bus_, notes, clips=None, **more):
    groups = {"drums": "Drums", "guitars": "Guitars", "keys": "Keys", "strings": "Strings", "vocals": "Vocals"}
    strips.append(strip("track", ident, name, color, notes, output=bus_, clips=clips or [clip(file)],
                        group=more.pop("group", groups.get(bus_, "")), **more))


def bus(ident, name, color, notes, **more):
    strips.append(strip("bus", ident, name, color, notes, **more))


def send_return(ident, name, color, notes, **more):
    strips.append(strip("return", ident, name, color, notes, **more))


# ---------------------------------------------------------------------------------------------------------------------
# Drums
# ---------------------------------------------------------------------------------------------------------------------
track("01 Kick", "kick", "Kick", "coral", "drums", trim=2, volume=-0.5,
      notes="Boxy: a resonance at 420 Hz. The bell takes it out, wide enough that the drum does not sound carved. 66 "
            "Hz for the weight, 3.5 kHz for the beater, so that it is heard on small speakers too; under 32 Hz there "
            "is nothing to hear. The compressor lets 8 ms of the stroke pass and evens out what follows. The bass "
            "listens to this track (see there).",
      inserts=[eq(low_cut(32), bell(66, 5, 1), bell(420, -6, 1.2), bell(3500, 5, 1)),
               compressor(-18, 4, 8, 80, makeup=3)])

track("02 Snare Top", "snare", "Snare Top", "coral", "drums", trim=4, volume=0.5,
      notes="Rings at 900 Hz, long after the stroke: a very narrow cut (Q 12) takes the ring and leaves the drum. Body"
            " at 200 Hz, air from 6 kHz. The compressor is quick, so that the ghost notes come up to the strokes; a "
            "soft clipper rounds what still stands out, a millisecond at a time, which nobody hears and which leaves "
            "the whole mix 2 dB more room.",
      inserts=[eq(low_cut(90), bell(200, 1.5, 1.2), bell(900, -13, 12), high_shelf(6000, 3)),
               compressor(-22, 4, 1.5, 90, makeup=6),
               saturation(SOFT, 8, auto=0, output=-5)],
      sends=[("room", -8), ("plate", -14)])

track("03 Snare Bottom", "snare-bottom", "Snare Bottom", "coral", "drums", trim=4, volume=-0.5, polarity=1,
      notes="Recorded from below, so it moves the other way: the two microphones cancel each other at 150-400 Hz. With"
            " the polarity turned round they add up, and the drum has a body. The low cut is the same as the top's: a "
            "higher one would turn the phase where they should add up, and undo the cure.",
      inserts=[eq(low_cut(90))],
      sends=[("room", -10)])

track("04 Hi-Hat", "hat", "Hi-Hat", "orange", "drums", trim=8, volume=-1.5, pan=35,
      notes="Nothing of a hat is under 350 Hz: what is there is spill and stands. A little less at 4.5 kHz, where it "
            "pierces, a little more above 8 kHz. A third to the right, as the audience sees a right-handed drummer.",
      inserts=[eq(low_cut(350), bell(4500, -3, 1.5), high_shelf(8000, 3))],
      sends=[("room", -14)])

track("05 Toms", "toms", "Toms", "coral", "drums", volume=-0.5, pan=-15,
      notes="Boom at 118 Hz: a narrow cut of 8 dB. 400 Hz is cardboard, the shelf brings the sticks. The compressor's "
            "long release holds the tone of a fill together.",
      inserts=[eq(low_cut(55), bell(118, -8, 7), bell(400, -3, 1.2), high_shelf(4500, 3)),
               compressor(-22, 4, 6, 150, makeup=4)],
      sends=[("room", -8), ("plate", -12)])

track("06 Overheads", "overheads", "Overheads", "orange", "drums", trim=12, volume=0,
      notes="Recorded low: 12 dB of trim bring it to where the others are. Rumble around 35 Hz, which the trim would "
            "bring up too: low cut at 140 Hz, steeper than elsewhere, as kick and toms have tracks of their own. 1.5 "
            "dB more in the choruses: the room seems to open.",
      inserts=[eq(low_cut(140, 24), bell(3800, -3.5, 1.2), high_shelf(8000, 4.5)),
               compressor(-20, 2, 10, 150, makeup=2)],
      sends=[("room", -12)],
      lanes=[("", "volume", steps(0, (INTRO, 0), (CHORUS, 1.5), (BRIDGE, 0), (FINAL, 1), (ENDING, -1)))])

track("07 Percussion", "percussion", "Percussion", "orange", "drums", trim=8, volume=-1.5, pan=-40,
      notes="Opposite the hat, so that left and right have the same to do. Drops back in the bridge, where the song "
            "breathes.",
      inserts=[eq(low_cut(500), high_shelf(8000, 2))],
      sends=[("room", -10)],
      lanes=[("", "volume", steps(-1.5, (INTRO, 0), (CHORUS, 1), (BRIDGE, -1), (FINAL, 1)))])

# ---------------------------------------------------------------------------------------------------------------------
# Bass
# ---------------------------------------------------------------------------------------------------------------------
track("08 Bass", "bass", "Bass", "amber", None, trim=4, volume=1.7, group="Bass",
      notes="Boom at 98 Hz, a G that the room liked: cut of 7 dB, as wide as the boom. 76 Hz instead, less at 320 Hz "
            "(mud with piano and guitars), 900 Hz for the finger. Two notes jump out by 6 dB, in bars 8 and 17: the "
            "trim dips for just these two, before the compressor, so that it need not work harder for all the others. "
            "Then 5:1, since a bass must stand like a wall; a touch of tube, whose overtones small speakers can play; "
            "and a second compressor that listens to the kick and gives way for 60 ms, 3 dB at most: two can share the"
            " lows if they take turns.",
      inserts=[eq(low_cut(30), bell(76, 5, 1.4), bell(98, -8.5, 3.5), bell(320, -3, 0.9), bell(900, 2.5, 1)),
               compressor(-22, 5, 5, 140, makeup=6),
               saturation(TUBE, 4, 50),
               compressor(-26, 3, 1, 60, name="duck", key="kick", range=3)],
      lanes=[("", "trim", [(14.90, 4), (14.98, -2), (15.74, -2), (15.82, 4), (34.20, 4), (34.27, -2), (34.77, -2),
                           (34.85, 4)]),
             ("", "volume", steps(1.7, (INTRO, -1), (CHORUS, 0), (BRIDGE, -1), (FINAL, 0.3)))])

# ---------------------------------------------------------------------------------------------------------------------
# Guitars
# ---------------------------------------------------------------------------------------------------------------------
track("09 Guitar Left", "guitar-left", "Guitar Left", "green", "guitars", trim=0, volume=-1.5, pan=-80,
      notes="Masks the voice: nearly half of it is at 1-4 kHz, where words are understood. 1.7 kHz and 3.3 kHz come "
            "down by what was too much. Far left, with its brother far right: the middle is the voice's.",
      inserts=[eq(low_cut(110), bell(1700, -5, 0.9), bell(3300, -5.5, 1.1)),
               compressor(-22, 2.5, 20, 150, makeup=1)],
      sends=[("room", -12)],
      lanes=[("", "volume", steps(-1.5, (INTRO, -1.5), (CHORUS, 0), (BRIDGE, -1), (FINAL, 0.5)))])

track("10 Guitar Right", "guitar-right", "Guitar Right", "green", "guitars", trim=0, volume=0, pan=80,
      notes="Masks the voice like the left one, a little higher, and is thin: body at 300 Hz makes the two sides weigh"
            " the same.",
      inserts=[eq(low_cut(110), bell(300, 3, 0.8), bell(2100, -6, 0.9), bell(3300, -5, 1.1)),
               compressor(-22, 2.5, 20, 150, makeup=1)],
      sends=[("room", -12)],
      lanes=[("", "volume", steps(0, (INTRO, -3), (CHORUS, 0), (BRIDGE, -1), (FINAL, 0.5)))])

track("11 Acoustic Guitar", "acoustic", "Acoustic Guitar", "lime", "guitars", trim=18, volume=0, pan=30,
      notes="Recorded far too quiet: 18 dB of trim, first of all, so that compressor and sends work in their usual "
            "range. It is 24 bits deep, so its noise stays under everything. Less of the box at 220 Hz, more of the "
            "strings from 5 kHz.",
      inserts=[eq(low_cut(100), bell(220, -2.5, 1.2), high_shelf(5000, 4)),
               compressor(-28, 3, 15, 120, makeup=2)],
      sends=[("plate", -9), ("echo", -18)])

track("12 Lead Guitar", "lead-guitar", "Lead Guitar", "green", "guitars", trim=-4, volume=-1.5, pan=-20,
      notes="Too loud and harsh: 4 dB less trim, 7 dB less around 2.9 kHz, some throat at 900 Hz instead. Its answers "
            "to the voice go into the echo, which places it behind the singer.",
      inserts=[eq(low_cut(160), bell(900, 1.5, 1), bell(2900, -7, 0.9)),
               compressor(-24, 3, 15, 160, makeup=1)],
      sends=[("hall", -9), ("echo", -9)],
      lanes=[("", "volume", [(0, -2), (VERSE, -2), (VERSE + 0.1, -1.5), (CHORUS, -1.5), (BRIDGE, -2), (b(22), -3),
                             (FINAL, -1.5)])])

# ---------------------------------------------------------------------------------------------------------------------
# Keys
# ---------------------------------------------------------------------------------------------------------------------
track("13 Piano", "piano", "Piano", "teal", "keys", trim=4, volume=-1.5, width=120,
      notes="Mud: half of its energy is at 250-400 Hz. 7 dB less at 315 Hz uncover the instrument; the shelf gives the"
            " hammers back. A little wider than recorded, as the voice stands in its middle.",
      inserts=[eq(low_cut(80), bell(315, -7, 1), high_shelf(4500, 5)),
               compressor(-22, 2.5, 15, 150, makeup=1)],
      sends=[("hall", -9)],
      lanes=[("", "volume", steps(-1.5, (INTRO, 1), (CHORUS, 0), (FINAL, 0.8)))])

track("14 Electric Piano", "epiano", "Electric Piano", "teal", "keys", volume=-0.5, pan=25,
      clips=[clip("14 Electric Piano", 8.47, 26.25, 0.06, 0.15), clip("14 Electric Piano", 42.76, 51.97, 0.06, 0.15)],
      notes="Hisses whenever the track runs. The clips are cut to where it plays, with fades; while it plays, its own "
            "tone covers the hiss up to 5.5 kHz, and above that a high cut takes it: an electric piano has nothing "
            "there. Mud at 320 Hz, as the piano's.",
      inserts=[eq(low_cut(120), bell(320, -4, 1), high_cut(5500)),
               compressor(-24, 2.5, 15, 160, makeup=1)],
      sends=[("hall", -8)],
      lanes=[("", "volume", steps(-0.5, (INTRO, 0), (BRIDGE, 1)))])

track("15 Organ", "organ", "Organ", "teal", "keys", trim=4, volume=-1, pan=-30,
      notes="Opposite the electric piano. It carries the last chorus: 1.5 dB more there.",
      inserts=[eq(low_cut(110), bell(300, -3, 1), bell(1500, 2, 1))],
      sends=[("hall", -8)],
      lanes=[("", "volume", steps(-1, (INTRO, 0), (FINAL, 1.5)))])

track("16 Strings", "strings-track", "Strings", "blue", "strings", trim=4, volume=-1.5,
      notes="No fault, but a place: less at 300 Hz, where all the others are, less at 2.8 kHz for the words, and air "
            "on top. They lead the bridge, 3 dB up, and step back for the chorus.",
      inserts=[eq(low_cut(130), bell(300, -2, 1), bell(2800, -2, 0.9), high_shelf(6000, 5))],
      sends=[("hall", -6)],
      lanes=[("", "volume", [(0, 0.5), (CHORUS - 0.1, 0.5), (CHORUS, -1.5), (BRIDGE - 0.1, -1.5), (BRIDGE, 1.5),
                             (FINAL - 0.1, -0.5), (FINAL, -0.7), (ENDING, 0)])])

track("17 Pad", "pad", "Pad", "cyan", "strings", trim=6, volume=-1.5, width=120,
      notes="The glue nobody hears until it is muted. Wide, and out of the lows. In the bridge its high cut opens from"
            " 600 Hz to the top (automation of an EQ's frequency): four bars that rise without one note more.",
      inserts=[eq(low_cut(180), bell(300, -3, 1), high_cut(12000, 24))],
      sends=[("hall", -6)],
      lanes=[("", "volume", steps(-1.5, (INTRO, 0), (BRIDGE, 2))),
             ("eq", "band3.freq", [(0, 12000), (BRIDGE - 0.3, 12000), (BRIDGE, 600), (FINAL, 12000)])])

# ---------------------------------------------------------------------------------------------------------------------
# Voices
# ---------------------------------------------------------------------------------------------------------------------
# Phrases of the lead as (first breath, end, dB): what each needs to be as loud as the others, measured on the stem.
RIDES = [(8.45, 12.24, 5.5), (12.47, 16.50, 10), (16.75, 20.49, 4), (21.04, 24.78, 8.5), (25.06, 28.69, 1.5),
         (29.34, 32.98, 6.5), (33.63, 37.26, 0.5), (37.92, 42.03, 0.5), (42.74, 46.32, 9.5), (47.02, 50.66, 5.5),
         (50.77, 54.41, 2), (55.06, 58.69, 6.5), (59.34, 62.98, 1), (63.63, 71.55, 1.5)]
RIDE_LANE = [point for first, last, gain in RIDES for point in ((first, gain), (last, gain))]
# The last word of a line, thrown into the echo: (from, to).
THROWS = [(24.0, 24.7), (27.7, 28.6), (31.9, 32.9), (36.3, 37.2), (40.6, 42.0), (45.2, 46.3), (49.5, 50.6),
          (53.4, 54.3), (57.6, 58.6), (62.0, 62.9), (69.0, 71.5)]


def throws(rest, thrown):
    points = [(0, rest)]
    for first, last in THROWS:
        points += [(first - 0.15, rest), (first, thrown), (last, thrown), (last + 0.25, rest)]
    return points


track("18 Lead Voice", "voice", "Lead Voice", "violet", "vocals", volume=1.8,
      notes="Uneven: phrases from -20 to -31 LUFS. First the hand: the trim rides every phrase to the same level, its "
            "steps in the breaths, before any compressor. Then the machines share the rest: the de-esser; a fast "
            "compressor that catches the peaks; a slow one that holds the line. None of them does more than a few dB, "
            "so none is heard. Sharp s at 5-9 kHz: the de-esser is a compressor that listens to the track S of Lead "
            "Voice, which holds nothing but those frequencies. It looks ahead 2 ms and is quick to let go, so only the"
            " s gives way. Low cut at 120 Hz, less chest at 420 Hz and edge at 3.1 kHz; the air comes after the "
            "compressors, so that they do not work against it. The last word of a line is thrown into the echo "
            "(automation of a send).",
      inserts=[eq(low_cut(120), bell(420, -4, 0.9), bell(3100, -3.5, 1.2)),
               compressor(-36, 5, 0.5, 40, knee=6, name="de-ess", key="voice-s", lookahead=2, range=12),
               compressor(-20, 4, 2, 70, name="fast"),
               compressor(-26, 2.5, 20, 250, makeup=5, name="slow", detector=RMS),
               eq(high_shelf(7000, 3.5), name="air"),
               ],
      sends=[("plate", -10), ("echo", -22)],
      lanes=[("", "trim", RIDE_LANE),
             ("", "volume", steps(1.8, (INTRO, 0), (CHORUS - 0.6, 1.3), (BRIDGE - 0.6, 0.2), (FINAL - 0.6, 2))),
             ("echo", "level", throws(-22, -5))])

track("18 Lead Voice", "voice-s", "S of Lead Voice", "grey", "vocals", mute=1,
      notes="The same clip and the same ride as Lead Voice, only 5-9 kHz of it, and muted: nobody hears it but the "
            "de-esser of Lead Voice. Unmute it to hear what the de-esser listens to.",
      inserts=[eq(low_cut(5000, 24), high_cut(9500, 12))],
      lanes=[("", "trim", RIDE_LANE)])

track("19 Backing Voice High", "backing-high", "Backing Voice High", "magenta", "vocals", trim=-2, volume=-3.5, pan=-50,
      notes="A choir behind the singer: out of the middle, less words (2.8 kHz), evened out more than a lead would "
            "bear, and further into the room. In the bridge they answer, 2 dB up.",
      inserts=[eq(low_cut(180), bell(2800, -2.5, 1)),
               compressor(-26, 3, 10, 120, makeup=2)],
      sends=[("hall", -5)],
      lanes=[("", "volume", [(0, -3.5), (42.56, -3.5), (BRIDGE, -1.5), (50.57, -1.5), (51, -3)])])

track("20 Backing Voice Low", "backing-low", "Backing Voice Low", "magenta", "vocals", trim=-2, volume=-2, pan=50,
      notes="As the high one, on the other side.",
      inserts=[eq(low_cut(130), bell(280, -3, 1)),
               compressor(-26, 3, 10, 120, makeup=2)],
      sends=[("hall", -5)],
      lanes=[("", "volume", [(0, -2), (42.56, -2), (BRIDGE, 0), (50.57, 0), (51, -1.5)])])

track("21 Riser", "riser", "Riser", "grey", None, volume=-0.5, group="FX",
      notes="Leads into the choruses. Low cut, as its rumble would eat the headroom that the downbeat needs.",
      inserts=[eq(low_cut(200))],
      sends=[("hall", -6)])

# ---------------------------------------------------------------------------------------------------------------------
# Buses
# ---------------------------------------------------------------------------------------------------------------------
bus("drums", "Drums", "coral",
    notes="One compressor for the whole kit makes one instrument of eight microphones. Three quarters of it are mixed "
          "with the dry kit, so the strokes keep their edge; a little tape rounds the highest of them.",
    volume=1.5,
    inserts=[compressor(-20, 4, 10, 110, makeup=1.5, mix=75),
             saturation(TAPE, 3, 60)],
    lanes=[("", "volume", steps(1.5, (INTRO, -1), (CHORUS, 0), (BRIDGE, -1), (FINAL, 0.2)))])

bus("guitars", "Guitars", "green",
    notes="A pocket for the words: 2.5 kHz dips by 3 dB from the voice's first word to its last (automation of an EQ's"
          " gain).",
    volume=3,
    inserts=[eq(bell(2500, -3, 0.8)),
             compressor(-20, 2, 20, 200, makeup=0.5)],
    lanes=[("eq", "band1.gain", [(0, 0), (8.2, 0), (8.5, -3), (71.4, -3), (72.0, 0)])])

bus("keys", "Keys", "teal",
    notes="Gives way to the voice: a compressor that listens to it and takes 1.5 dB, never more. Not heard as a "
          "movement, only as a voice that stands clear.",
    volume=2,
    inserts=[compressor(-30, 3, 15, 250, name="duck", key="voice", range=1.5)])

bus("strings", "Strings", "blue",
    notes="Strings and pad together: wide at the top, mono below 150 Hz, where width is only mud.",
    volume=1.5,
    inserts=[effect("imager", bands=1, width=130, bass_mono=1, bass_freq=150)])

bus("vocals", "Vocals", "violet",
    notes="Lead and backing breathe together under one gentle compressor, 1 dB or two; the lows of three microphones "
          "do not add up.",
    inserts=[eq(low_cut(90)),
             compressor(-18, 2, 15, 150, makeup=0.5, detector=RMS)])

# ---------------------------------------------------------------------------------------------------------------------
# Returns
# ---------------------------------------------------------------------------------------------------------------------
send_return("room", "Drum Room", "blue",
            notes="A small room for the kit and the rhythm guitars, over before the next stroke: heard as size, not as"
                  " reverb. The EQ keeps kick and mud out of it.",
            inserts=[effect("reverb", type=ROOM, decay=550, predelay=6, size=70, balance=50, high_decay=60),
                     eq(low_cut(200), bell(400, -2, 1), high_cut(9000))])

send_return("plate", "Voice Plate", "teal",
            notes="1.5 s for the voice. It waits 33 ms, a 1/64 note, so that the words are said before the reverb "
                  "begins. The EQ takes the lows, the highs that would hiss on every s, some of 400 Hz, where the "
                  "voice has most already, and some of 2.5 kHz, where the words are.",
            inserts=[effect("reverb", type=PLATE, decay=1500, predelay=33.5, balance=80, high_decay=50),
                     eq(low_cut(250), bell(400, -3, 1), bell(2500, -2, 0.8), high_cut(7500))])

send_return("hall", "Hall", "amber",
            notes="2.2 s for what should stand behind the singer: keys, strings, backing voices, the answers of the "
                  "lead guitar.",
            inserts=[effect("reverb", type=HALL, decay=2200, predelay=20, balance=70, high_decay=45),
                     eq(low_cut(220), bell(400, -4, 1), high_cut(7000))])

send_return("echo", "Echo", "rose",
            notes="A dotted eighth from side to side, in the song's tempo. Each echo is darker than the one before. "
                  "The compressor listens to the voice and turns the echoes down while it sings: they fill the gaps "
                  "and leave the words alone. A little of it goes on into the hall.",
            inserts=[effect("delay", sync=1, note_left=DOTTED_EIGHTH, mode=PING_PONG, feedback=35, lowCut=300,
                            highCut=4500),
                     eq(low_cut(250), bell(2500, -2, 0.8)),
                     compressor(-32, 3, 10, 300, name="duck", key="voice", range=6)],
            sends=[("hall", -8)])

# ---------------------------------------------------------------------------------------------------------------------
# Master, song, second stage
# ---------------------------------------------------------------------------------------------------------------------
master = strip("master", "master", "Master", "grey",
               notes="An EQ and nothing else: no compressor, no limiter. The peaks stay a few dB below the top, which "
                     "is what the second stage works with. The EQ weighs the whole: a little less of the middle, where"
                     " most instruments have their body, a little more at both ends. The last bar fades out.",
               inserts=[eq(low_cut(25), bell(75, 2.3, 1), bell(415, -2.5, 0.9), high_shelf(6000, 2.5))],
               volume=-2.5,
               lanes=[("", "volume", [(0, -2.5), (69.77, -2.5), (71.77, -8.5), (73.17, -24), (73.6, -60),
                                       (73.99, -100)])])

mastering_chain = [
    eq(low_cut(22), low_shelf(90, 0.5), bell(350, -0.7, 0.8), high_shelf(9000, 1)),
    compressor(-14, 1.5, 30, 200, knee=12, name="compressor"),
    saturation(TAPE, 3, 60),
    effect("limiter", style=0),
]

MARKERS = [("Intro", INTRO), ("Verse", VERSE), ("Chorus", CHORUS), ("Bridge", BRIDGE), ("Final chorus", FINAL),
           ("Ending", ENDING)]

NOTES = ("A mix to learn from. The stems have the faults that real recordings have; each strip's notes say what was "
         "wrong, what was done, and why. Bypass an effect, or turn its automation off, and hear the fault come back. "
         "Written by samples/source/make-mix.py; the faults are listed in samples/source/README.md.")


def project():
    return {
        "format": "headroom-project",
        "formatVersion": 3,
        "title": "Room Above the Rain",
        "sampleRate": RATE,
        "tempo": {"beatsPerMinute": TEMPO, "beatsPerBar": 4, "beatUnit": 4},
        "media": media,
        "strips": strips,
        "master": master,
        "markers": [{"id": f"marker{number}", "frame": frame(second), "name": name, "color": "grey",
                     "section": True}
                    for number, (name, second) in enumerate(MARKERS, 1)],
        "mastering": {
            "chain": [{"id": f"master-chain-{item['name']}", "type": item["type"],
                       "values": dict(sorted(item["values"].items()))} for item in mastering_chain],
            "target": "spotify",
            "tags": {"artist": "Headroom", "copyright": "CC0 1.0 Universal", "date": "2026", "genre": "Pop",
                     "title": "Room Above the Rain"},
            "slot": "A", "slots": {}, "print": "", "kept": [], "references": [], "toDos": [],
        },
        "notes": NOTES,
        "groups": [{"id": f"group-{name.lower()}", "name": name, "color": "grey", "links": []}
                   for name in groups_used],
        "folders": [],
        "snapshots": [],
    }


# ---------------------------------------------------------------------------------------------------------------------
# The layout in which the program saves, so that saving the project there changes only what was changed.
# ---------------------------------------------------------------------------------------------------------------------
def text(node, depth=0):
    def scalar(value):
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return json.dumps(value, ensure_ascii=False)

    if not isinstance(node, (dict, list)):
        return scalar(node)
    opening, closing = "{}" if isinstance(node, dict) else "[]"
    items = list(node.items()) if isinstance(node, dict) else [(None, value) for value in node]
    label = lambda key: "" if key is None else json.dumps(key) + ": "
    if not any(isinstance(value, (dict, list)) for _, value in items):
        line = opening + ", ".join(label(key) + scalar(value) for key, value in items) + closing
        if len(line) + 2 * depth <= 100:
            return line
    inner = "\n" + "  " * (depth + 1)
    body = ",".join(inner + label(key) + text(value, depth + 1) for key, value in items)
    return opening + body + "\n" + "  " * depth + closing


def main():
    file = FOLDER / "project.json"
    written = text(project()) + "\n"
    if sys.argv[1:] == ["--check"]:
        same = file.is_file() and file.read_text(encoding="utf-8") == written
        print(f"{file.name} is {'what' if same else 'not what'} this script writes")
        sys.exit(0 if same else 1)
    file.write_text(written, encoding="utf-8", newline="\n")
    print(f"{file.name}: {len(strips)} strips, {sum(len(s['inserts']) for s in strips)} inserts, "
          f"{sum(len(s['automation']) for s in strips) + len(master['automation'])} lanes")


if __name__ == "__main__":
    main()
