"""A small singing synthesizer for the voices of the sample song.

The words are spoken by flite, a speech program whose voices were built from
recordings of people. Its speech is taken apart into a spectral envelope (the
shape of the mouth) per 2 ms; the envelope is stretched so that every vowel
starts on its note and lasts as long as the note, and is then driven by a new
source: a pulse train at the pitch of the melody, plus breath and consonant
noise. That is the classic source-filter vocoder, written in plain numpy.

Copyright: dedicated to the public domain (CC0 1.0).
"""
import os
import subprocess
import tempfile

import numpy as np
from scipy.io import wavfile
from scipy.ndimage import gaussian_filter1d, uniform_filter1d


SPEECH_RATE = 16000          # what flite writes
HOP = 0.002                  # seconds between envelopes
NFFT = 1024
BINS = NFFT // 2 + 1

VOWELS = set("aa ae ah ao aw ax ay eh er ey ih iy ow oy uh uw".split())
DIPHTHONGS = set("aw ay ey ow oy".split())
SONORANTS = set("l r w y m n ng".split())
MIXED = set("v dh z zh b d g jh".split())
SIBILANTS = set("s z sh zh ch jh".split())


def midi_hz(note):
    return 440.0 * 2.0 ** ((np.asarray(note, float) - 69.0) / 12.0)


# ---------------------------------------------------------------- analysis

def speak(text, voice, stretch=1.25):
    """Returns (samples, [(phone, start, end)...]) for one line of text."""
    fd, path = tempfile.mkstemp(suffix=".wav")
    os.close(fd)
    try:
        out = subprocess.run(
            ["flite", "-voice", voice, "--setf", "duration_stretch=%g" % stretch,
             "-t", text, "-psdur", "-o", path],
            check=True, stdout=subprocess.PIPE).stdout.decode()
        rate, x = wavfile.read(path)
    finally:
        os.unlink(path)
    assert rate == SPEECH_RATE
    phones, t = [], 0.0
    for item in out.split():
        name, end = item.rsplit(":", 1)
        phones.append((name, t, float(end)))
        t = float(end)
    return x.astype(float) / 32768.0, phones


def track_pitch(x, lo, hi):
    """Autocorrelation pitch, one value per HOP (0 is never returned)."""
    n = int(len(x) / SPEECH_RATE / HOP) + 1
    size = 640
    pad = np.concatenate([np.zeros(size), x, np.zeros(size)])
    f0 = np.zeros(n)
    strength = np.zeros(n)
    lag_lo, lag_hi = int(SPEECH_RATE / hi), int(SPEECH_RATE / lo)
    win = np.hanning(size)
    base = np.fft.irfft(np.abs(np.fft.rfft(win, 2048)) ** 2)[:lag_hi + 2]
    for i in range(n):
        c = int(i * HOP * SPEECH_RATE) + size
        seg = pad[c - size // 2:c + size // 2]
        seg = (seg - seg.mean()) * win
        r = np.fft.irfft(np.abs(np.fft.rfft(seg, 2048)) ** 2)[:lag_hi + 2] / base
        if r[0] < 1e-7:
            continue
        k = lag_lo + int(np.argmax(r[lag_lo:lag_hi]))
        a, b, d = r[k - 1], r[k], r[k + 1]
        shift = 0.5 * (a - d) / (a - 2 * b + d) if a - 2 * b + d else 0.0
        f0[i] = SPEECH_RATE / (k + np.clip(shift, -0.5, 0.5))
        strength[i] = b / r[0]
    good = strength > 0.6
    if good.sum() < 4:
        return np.full(n, 0.5 * (lo + hi))
    med = np.median(f0[good])
    good &= (f0 > med * 0.7) & (f0 < med * 1.45)
    idx = np.flatnonzero(good)
    return gaussian_filter1d(np.interp(np.arange(n), idx, f0[idx]), 3)


def envelopes(x, f0, voiced):
    """Pitch-adaptive smoothed power spectra (as in the CheapTrick method)."""
    n = len(f0)
    quef = np.arange(NFFT) / SPEECH_RATE
    quef = np.minimum(quef, NFFT / SPEECH_RATE - quef)
    half = NFFT
    pad = np.concatenate([np.zeros(half), x, np.zeros(half)])
    out = np.empty((n, BINS))
    for i in range(n):
        f = f0[i] if voiced[i] else 250.0
        length = int(round(1.5 * SPEECH_RATE / f))
        c = int(round(i * HOP * SPEECH_RATE)) + half
        win = np.hanning(2 * length + 1)
        seg = pad[c - length:c + length + 1] * win / np.sqrt(np.sum(win ** 2))
        p = np.abs(np.fft.rfft(seg, NFFT)) ** 2 + 1e-12
        p[:2] = p[2]
        width = max(1, int(round(2.0 / 3.0 * f / (SPEECH_RATE / NFFT))))
        p = uniform_filter1d(p, width, mode="nearest")
        ceps = np.fft.irfft(np.log(p))
        arg = np.pi * f * quef
        lift = np.ones(NFFT)
        lift[arg > 0] = np.sin(arg[arg > 0]) / arg[arg > 0]
        lift *= 1.18 - 0.18 * np.cos(2.0 * np.pi * f * quef)
        lift[quef > 1.0 / f] = 0.0
        out[i] = np.fft.rfft(ceps * lift).real
    return np.exp(out)


_cache = {}


def analyze(text, voice):
    key = (text, voice)
    if key not in _cache:
        x, phones = speak(text, voice)
        lo, hi = (120, 320) if voice == "slt" else (65, 200)
        f0 = track_pitch(x, lo, hi)
        t = np.arange(len(f0)) * HOP
        voiced = np.zeros(len(f0), bool)
        for name, a, b in phones:
            if name in VOWELS or name in SONORANTS or name in MIXED:
                voiced[(t >= a) & (t < b)] = True
        _cache[key] = (envelopes(x, f0, voiced), phones)
    return _cache[key]


# ------------------------------------------------------------- line planning

def plan(syllables, phones, notes):
    """Lays the spoken phones over the notes.

    syllables: ["g r ey", "t aw n", ...]; notes: one list per syllable of
    (start, end, midi) in seconds; several entries make a melisma.
    Returns a list of (out_start, out_end, src_start, src_end, phone).
    """
    spoken = [p for p in phones if p[0] != "pau"]
    flat = " ".join(syllables).split()
    if [p[0] for p in spoken] != flat:
        raise ValueError("phones differ: %s / %s" % ([p[0] for p in spoken], flat))
    groups, pos = [], 0
    for s in syllables:
        names = s.split()
        part = spoken[pos:pos + len(names)]
        pos += len(names)
        v = next(i for i, p in enumerate(part) if p[0] in VOWELS)
        groups.append((part[:v], part[v], part[v + 1:]))
    segs = []

    def length(ps, cap):
        return [min(p[2] - p[1], cap) for p in ps]

    free_from = notes[0][0][0] - 0.35
    for i, (onset, vowel, coda) in enumerate(groups):
        start, end = notes[i][0][0], notes[i][-1][1]
        on = length(onset, 0.11)
        co = length(coda, 0.13)
        room = start - free_from
        scale = min(1.0, room / sum(on)) if on else 1.0
        t = start - sum(on) * scale
        for p, d in zip(onset, on):
            segs.append((t, t + d * scale, p[1], p[2], p[0]))
            t += d * scale
        nxt_on = 0.0
        if i + 1 < len(groups):
            nxt = notes[i + 1][0][0]
            nxt_on = sum(length(groups[i + 1][0], 0.11))
            end = min(end, nxt)
            if end > nxt - nxt_on:                      # legato: give way
                end = nxt - nxt_on
        span = max(end - start, 0.45 * (notes[i][-1][1] - start))
        csum = sum(co)
        cscale = min(1.0, 0.42 * span / csum) if csum else 1.0
        vend = start + span - csum * cscale
        segs.append((start, vend, vowel[1], vowel[2], vowel[0]))
        t = vend
        for p, d in zip(coda, co):
            segs.append((t, t + d * cscale, p[1], p[2], p[0]))
            t += d * cscale
        free_from = t
    return segs


def source_time(seg, t):
    """Where in the speech an output time inside seg is taken from."""
    a, b, sa, sb, name = seg
    have, want = sb - sa, b - a
    u = (t - a)
    if name not in VOWELS or want <= have:
        return sa + u * have / max(want, 1e-9)
    head, tail = (0.34, 0.50) if name in DIPHTHONGS else (0.30, 0.30)
    head, tail = head * have, tail * have
    if u < head:
        return sa + u
    if u > want - tail:
        return sb - (want - u)
    return sa + head + (u - head) * (have - head - tail) / (want - head - tail)


def pitch_line(notes, t, rng, vibrato=26.0, scoop=70.0):
    """The f0 contour in MIDI numbers for output times t of one line."""
    flat = [n for syl in notes for n in syl]
    steps = np.empty(len(t))
    steps[:] = flat[0][2]
    for k, (a, b, m) in enumerate(flat):
        steps[t >= a - 0.012] = m
    sigma = 0.014 / HOP
    m = gaussian_filter1d(steps, sigma, mode="nearest")
    prev_end = -9.0
    vib = np.zeros(len(t))
    dev = np.zeros(len(t))
    for k, (a, b, note) in enumerate(flat):
        inside = (t >= a) & (t < b)
        u = t[inside] - a
        if a - prev_end > 0.2:
            dev[t < a] -= 0.0
            early = (t > a - 0.2) & (t < a + 0.35)
            dev[early] -= scoop / 100.0 * np.exp(-np.maximum(t[early] - a + 0.03, 0) / 0.035)
        if b - a > 0.5:
            rate = 5.3 + 0.3 * rng.uniform(-1, 1)
            depth = vibrato / 100.0 * np.clip((u - 0.22) / 0.35, 0, 1)
            depth *= np.clip((b - a - u) / 0.10, 0, 1)
            vib[inside] += depth * np.sin(2 * np.pi * rate * (u - 0.22))
        prev_end = b
    drift = gaussian_filter1d(rng.standard_normal(len(t)), 0.12 / HOP, mode="nearest")
    drift *= 0.04 / (np.std(drift) + 1e-9)
    last = flat[-1][1]
    fall = np.clip((t - (last - 0.06)) / 0.12, 0, 1) * -0.6
    return m + vib + dev + np.clip(drift, -0.09, 0.09) + fall


# ----------------------------------------------------------------- synthesis

def sing(text, syllables, notes, rate, total, rng, voice="slt", formant=1.0,
         breath=0.5, sibilance=0.0, vibrato=26.0, scoop=70.0, bright=4.0,
         level_db=0.0):
    """Sings one line into a fresh array of `total` samples at `rate`."""
    env, phones = analyze(text, voice)
    segs = plan(syllables, phones, notes)
    t0, t1 = segs[0][0] - 0.02, segs[-1][1] + 0.06
    t = np.arange(int((t1 - t0) / HOP)) * HOP + t0
    src = np.empty(len(t))
    per = np.zeros(len(t))          # how periodic (1) or noisy (0)
    sib = np.zeros(len(t))
    amp = np.zeros(len(t))
    vow = np.zeros(len(t))
    src[:] = segs[0][2]
    for seg in segs:
        k = (t >= seg[0]) & (t < seg[1])
        src[k] = [source_time(seg, u) for u in t[k]]
        name = seg[4]
        amp[k] = 1.0
        if name in VOWELS or name in SONORANTS:
            per[k] = 1.0
            vow[k] = 1.0
        elif name in MIXED:
            per[k] = 0.5
        if name in SIBILANTS:
            sib[k] = 1.0
    src[t >= segs[-1][1]] = segs[-1][3]
    per = gaussian_filter1d(per, 2.5)
    sib = gaussian_filter1d(sib, 3.0)
    vow = gaussian_filter1d(vow, 4.0)
    amp = gaussian_filter1d(amp, 4.0)
    # slow wander of the mouth, so that held vowels are not frozen
    wander = gaussian_filter1d(rng.standard_normal(len(t)), 25) * 0.02
    fi = np.clip((src + wander * vow) / HOP, 0, len(env) - 1.001)
    i0 = fi.astype(int)
    w = (fi - i0)[:, None]
    logp = np.log(env[i0]) * (1 - w) + np.log(env[i0 + 1]) * w
    logp = gaussian_filter1d(logp, 1.5, axis=0)
    # sharpen the formants a little (statistical speech is too smooth)
    smooth = gaussian_filter1d(logp, 28, axis=1, mode="nearest")
    logp = logp + 0.28 * (logp - smooth) * vow[:, None]

    # onto the output's frequency grid, with air added above 7.4 kHz
    nfft = 2048
    of = np.arange(nfft // 2 + 1) * rate / nfft
    inf = np.arange(BINS) * SPEECH_RATE / NFFT
    edge = 7300.0
    log_out = np.empty((len(t), len(of)))
    for i in range(len(t)):
        log_out[i] = np.interp(np.minimum(of / formant, edge), inf, logp[i])
    top = np.log(np.maximum(of / formant, edge) / edge)
    log_out -= top[None, :] * (5.0 - 3.0 * sib[:, None])
    shelf = 1.0 / (1.0 + (2500.0 / np.maximum(of, 1.0)) ** 2)
    log_out += bright / 4.343 * shelf[None, :] * vow[:, None]
    log_out += 6.0 / 4.343 * np.exp(-((of - 3100.0) / 700.0) ** 2)[None, :] * 0.6 * vow[:, None]
    if sibilance:
        peak = np.exp(-((of - 7000.0) / 1500.0) ** 2)
        log_out += sibilance / 4.343 * peak[None, :] * sib[:, None]
    log_out -= 2.0 * np.log1p((of / 12500.0) ** 8)[None, :]
    log_out -= np.log1p((90.0 / np.maximum(of, 1.0)) ** 6)[None, :]

    midi = pitch_line(notes, t, rng, vibrato, scoop)
    f0 = midi_hz(midi)

    # even out the loudness of vowels; consonants follow their neighbors
    ks = np.arange(1, 30)
    power = np.empty(len(t))
    for i in range(len(t)):
        h = ks * f0[i]
        h = h[h < 6000]
        power[i] = np.exp(np.interp(h, of, log_out[i])).sum() * f0[i]
    db = 10 * np.log10(power + 1e-12)
    weight = vow * amp + 1e-4
    ref = 10 * np.log10(gaussian_filter1d(power * weight, 20) / gaussian_filter1d(weight, 20) + 1e-12)
    gain = 0.8 * (20.0 - ref)
    gain = np.minimum(gain, np.median(gain[vow > 0.5]) + 8.0)
    gain = gaussian_filter1d(gain, 12)
    # phrase dynamics: a breath of swell on long notes, soft ends
    swell = np.zeros(len(t))
    flat = [n for s in notes for n in s]
    for a, b, _ in flat:
        k = (t >= a) & (t < b)
        u = (t[k] - a) / (b - a)
        if b - a > 0.45:
            swell[k] += 1.4 * np.sin(np.pi * np.minimum(u * 1.1, 1.0)) - 2.0 * np.clip((u - 0.7) / 0.3, 0, 1)
        if b == flat[-1][1] and b - a > 0.8:            # the phrase dies away
            k = t >= a
            swell[k] -= min(9.0, 3.0 * (b - a)) * np.clip(((t[k] - a) / (b - a) - 0.45) / 0.55, 0, 1.3)
    swell = gaussian_filter1d(swell, 15)
    lin = 10 ** ((gain + swell) / 20.0) * amp

    # band-wise periodicity
    f_ax = of[None, :]
    edge_hz = np.where(per > 0.75, 5200.0, 900.0)
    edge_hz = gaussian_filter1d(edge_hz, 3)[:, None]
    periodic = 1.0 / (1.0 + (f_ax / edge_hz) ** 4)
    periodic = np.clip(periodic * np.minimum(1.0, per * 2.0)[:, None], 0.0, 1.0)
    harm = log_out + np.log(periodic + 1e-9)
    noisy = 1.0 - periodic * (1.0 - 0.002 * breath)
    nois = log_out + np.log(noisy * (0.35 * per + (1 - per))[:, None] + 1e-9)
    below = np.log1p((1.3 * f0[:, None] / np.maximum(f_ax, 1.0)) ** 6)
    nois -= below * np.minimum(1.0, per * 1.5)[:, None]

    n = int((t1 - t0) * rate) + nfft * 2
    y = np.zeros(n)
    # pulses: minimum phase response of the local envelope, sub-sample placed
    phase = np.cumsum(f0) * HOP
    last = np.floor(phase[-1])
    marks = np.interp(np.arange(1, last), phase, t - t0)
    jitter = 1.0 + 0.0008 * rng.standard_normal(len(marks))
    fold = np.zeros(nfft)
    fold[0] = fold[nfft // 2] = 1.0
    fold[1:nfft // 2] = 2.0
    omega = 2j * np.pi * np.arange(nfft // 2 + 1) / nfft
    for j, m in enumerate(marks):
        i = min(len(t) - 1, int(m / HOP))
        if amp[i] < 1e-4 or per[i] < 0.02:
            continue
        ceps = np.fft.irfft(0.5 * harm[i]) * fold
        spec = np.exp(np.fft.rfft(ceps))
        p = m * rate
        k = int(p)
        spec *= np.exp(-omega * (p - k)) * lin[i] * np.sqrt(rate / f0[i]) * jitter[j]
        spec[0] = 0.0
        y[k:k + nfft] += np.fft.irfft(spec)
    # noise: overlap-added frames, each filtered by the local envelope
    hop = int(round(HOP * rate))
    size = hop * 4
    win = np.hanning(size + 1)[:size] / np.sqrt(1.5)
    white = rng.standard_normal(n + size)
    for i in range(len(t)):
        k = int(round(i * HOP * rate))
        if amp[i] < 1e-4 or k + nfft > n:
            continue
        spec = np.fft.rfft(white[k:k + size] * win, nfft)
        y[k:k + nfft] += np.fft.irfft(spec * np.exp(0.5 * nois[i])) * lin[i]

    out = np.zeros(total)
    at = int(round(t0 * rate))
    a, b = max(0, at), min(total, at + n)
    out[a:b] = y[a - at:b - at]
    vk = np.zeros(total, bool)
    for a, b, _ in flat:
        vk[int(a * rate):int(b * rate)] = True
    rms = np.sqrt(np.mean(out[vk] ** 2))
    return out * (10 ** (level_db / 20.0) * 0.1 / rms)
