package studio.headroom.mastering.check;

import studio.headroom.mastering.EdgeSilence;

/// Every limit of the quality check, with its reason. Levels are peaks in dBFS unless said otherwise.
public final class Limits {
    /// Places that a finding keeps: more than anybody goes through by hand.
    public static final int MOST_PLACES = 64;
    /// Places closer than this are one to the ear, in seconds.
    static final double ONE_PLACE = 0.1;

    /// A single sample at full scale may be a peak that happens to end there; three in a row were cut off.
    static final int CLIPPED_RUN = 3;
    /// Four equal samples at the top of a peak, more than a tone of the mid range has even at 16 bits.
    static final int FLAT_RUN = 4;
    /// Softer than -20 dBFS a flat top is rounding, not clipping.
    static final double FLAT_LEVEL = 0.1;
    /// A cut-off wave comes in steeply; a slow wave in few bits creeps in by one step. As a part of the level.
    static final double FLAT_STEP = 0.002;
    /// Up to here one step is more than that at the level looked for, whatever the wave.
    static final int COARSE_BITS = 8;
    /// One flat top can be chance.
    static final int FLAT_PLACES = 3;

    /// Peaks of exactly the ceiling are no excess; in dB, the rounding of meters.
    static final double CEILING_TOLERANCE = 0.01;

    /// 0.2 % of full scale (-54 dB): below it nothing is lost in headroom, nor does a start or stop thump.
    static final double DC = 0.002;

    /// By root mean square in dB. Engineers mix within 1 dB; 2 dB shift the middle audibly.
    static final double IMBALANCE = 2;

    /// In dB. Unrelated sides lose 3 dB in mono; more than 6 means that they work against each other.
    static final double MONO_LOSS = 6;
    /// Bass that does not add up is missing on one-box loudspeakers, in clubs and on vinyl. In dB.
    static final double LOW_END_LOSS = 4;
    /// The upper end of the low end, in Hz: where clubs and vinyl go mono.
    static final double LOW_END = 120;
    /// A band that lies this far below the whole is not missed, in dB.
    static final double BAND_MATTERS = 30;
    /// Passages softer than this are not looked at for mono, root mean square in dBFS.
    static final double PASSAGE_MATTERS = -50;

    /// Below this a beginning is silence.
    static final double HEAD_SILENCE = EdgeSilence.HEAD;
    /// Below this an end is silence: lower, for tails ring out where beginnings start.
    static final double TAIL_SILENCE = EdgeSilence.TAIL;
    /// In seconds: between songs players add none, and listeners wait no longer.
    static final double LONG_HEAD = 1;
    /// In seconds: enough for the longest fade to be heard out.
    static final double LONG_TAIL = 5;
    /// A first sample above this was cut out of a wave, and clicks.
    static final double CUT_START = -40;
    /// A sound that is still this loud in the last 10 ms was cut.
    static final double CUT_TAIL = -50;
    /// Sound above -40 dBFS in the first 5 ms: players that fade in or wake up swallow it.
    static final double SHORT_HEAD = 0.005;
    /// In seconds after the last sound above -60 dBFS: players that cut ends early take nothing of it.
    static final double SHORT_TAIL = 0.1;

    /// A click's edge stands out of its surroundings of 5 ms by this factor; drums and noise never do.
    static final double CLICK_RATIO = 10;
    /// Softer edges than -40 dBFS are not heard as clicks.
    static final double CLICK_LEVEL = 0.01;
    /// Where the sound after is louder than before by this factor, the edge is the attack of a note.
    static final double CLICK_ONSET = 2;

    /// Zeros in the middle of sound for a millisecond: no wave does that.
    static final double DROPOUT_SHORTEST = 0.001;
    /// In seconds. Longer ones are rests, until they are long enough to be gaps.
    static final double DROPOUT_LONGEST = 0.25;
    /// Sound at both borders of a dropout: above -40 dBFS within 5 ms.
    static final double DROPOUT_LEVEL = 0.01;
    /// In seconds: where all is exactly zero for longer, something may be missing.
    static final double GAP = 1;

    /// The steps below 24 bits that sound is delivered in: a wider file that uses no more than these was widened.
    static final int PADDED_BITS = 20;

    /// dB that a spectrum falls within a few percent of frequency: no equalizer is that steep, converters and lossy
    /// encoders are.
    static final double SHELF = 24;
    /// The same for 44.1 in 48 kHz, where the good converters' own filters lie close by.
    static final double SHELF_NEAR_TOP = 40;
    /// Per line of the spectrum, in dBFS: what lies below is dither.
    static final double SHELF_LEVEL = -120;
    /// In Hz: MP3 of 128 kbit/s ends at 16 kHz, of 192 at 19 kHz, AAC and Opus at 20 kHz, the windows of Opus leaking
    /// up to
    /// 20.7.
    static final double LOSSY_FROM = 15_000;

    static final double LOSSY_TO = 20_800;
    /// The end of a converter's own filter, as a part of half the rate: a shelf above is usual.
    static final double CONVERTER = 0.9;

    /// A steady noise above this is heard in pauses and fades, and mastering lifts it. Root mean square in dBFS.
    static final double NOISE = -65;
    /// Pauses lie this far below the music, in dB.
    static final double NOISE_BELOW = 20;
    /// The part of the file that has to lie at the floor.
    static final double NOISE_SHARE = 0.05;
    /// Geometric over arithmetic mean of a spectrum's lines: 0.56 for white noise, under 0.01 for tones.
    static final double NOISE_FLATNESS = 0.1;

    /// Root mean square of the hum's lines in dBFS.
    static final double HUM = -70;
    /// dB of a line over its neighborhood.
    static final double HUM_LINE = 10;
    /// Notes come and go, hum stays: the part of the passages that have the line.
    static final double HUM_SHARE = 0.9;

    /// Peak to loudness in dB. Dense released masters have 8 to 10; below, drums no longer stand out.
    static final double PLR = 8;
    /// Peaks that end within 0.05 dB of the highest one...
    static final double LIMITED_WITHIN = 0.05;
    /// ...more than this many times...
    static final int LIMITED_PEAKS = 128;
    /// ...and this often a second do so at a limiter.
    static final double LIMITED_PER_SECOND = 4;
    /// ...unless they are softer than -60 dBFS: there they end together because steps are as large.
    static final double LIMITED_LEVEL = 0.001;

    private Limits() {}
}
