package studio.headroom.mastering.sight;

import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.dsp.analysis.LogSpectrum;

/// The spectrum of a sound over time, in columns of equal length and the rows of [LogSpectrum], at most two million
/// bytes whatever its length. One thread makes it; any may look at what there is of it meanwhile.
public final class Spectrogram {
    /// What is softer is not told apart; a level is exact to a quarter of a decibel.
    public static final double FLOOR_DB = -120;

    private static final int STEPS_PER_DB = 2;
    private static final int MOST_COLUMNS = 8192;
    private static final int MOST = 255;
    /// Spectra follow each other in a quarter of their length; in short sounds in an eighth.
    private static final int OVERLAP = 4;

    private final long frames;
    private final int hop;
    private final int group;
    private final int columns;
    /// One column after the other, each from the lowest row on.
    private final byte[] cells;

    private volatile int ready;

    private Spectrogram(long frames, int hop) {
        this.frames = frames;
        this.hop = hop;
        long hops = Math.max(1, (frames + hop - 1) / hop);
        group = (int) Math.ceilDiv(hops, MOST_COLUMNS);
        columns = (int) Math.ceilDiv(hops, group);
        cells = new byte[columns * LogSpectrum.ROWS];
    }

    public long frames() {
        return frames;
    }

    /// How many columns are there, from the beginning on.
    public int ready() {
        return ready;
    }

    public boolean isComplete() {
        return ready == columns;
    }

    /// The frame that what is there reaches up to.
    public long readyFrames() {
        return isComplete() ? frames : Math.min(frames, (long) ready * columnFrames());
    }

    /// Frames of a column.
    public int columnFrames() {
        return hop * group;
    }

    /// Where a frame lies among the columns; the middle of column 3 is 3.
    private double place(double frame) {
        return (frame - 0.5 * (columnFrames() - hop)) / columnFrames();
    }

    /// Level at a place in dB; [#FLOOR_DB] for what is softer, NaN beyond what is there.
    public double db(double frame, double hertz) {
        int column = (int) Math.rint(place(frame));
        int row = (int) Math.floor(LogSpectrum.row(hertz));
        boolean inside = frame >= 0 && frame < frames && row >= 0 && row < LogSpectrum.ROWS;
        int at = Math.clamp(column, 0, columns - 1);
        return inside && at < ready ? db(cells[at * LogSpectrum.ROWS + row] & MOST) : Double.NaN;
    }

    /// The level of a step, 0 to 255.
    public static double db(int step) {
        return FLOOR_DB + (double) step / STEPS_PER_DB;
    }

    /// The step of a level, 0 to 255.
    public static int step(double db) {
        return (int) Math.clamp(Math.round((db - FLOOR_DB) * STEPS_PER_DB), 0, MOST);
    }

    /// Fills columns of pixels with steps: the highest level of the columns that lie in each, and between columns where
    /// pixels are narrower.
    ///
    /// @param framesPerPixel above 0
    /// @param into [LogSpectrum#ROWS] for each pixel
    /// @return pixels up to which something is there
    public int read(double fromFrame, double framesPerPixel, int[] into, int count) {
        int there = ready;
        double end = isComplete() ? frames : readyFrames();
        for (int i = 0; i < count; i++) {
            double frame = fromFrame + i * framesPerPixel;
            if (frame >= end || there == 0) {
                return i;
            }
            int at = i * LogSpectrum.ROWS;
            int from = (int) Math.clamp(Math.ceil(place(frame)), 0, there - 1);
            int to = (int) Math.clamp(Math.ceil(place(frame + framesPerPixel)), 0, there);
            if (to - from > 1) {
                highest(from, to, into, at);
            } else {
                between(Math.clamp(place(frame + 0.5 * framesPerPixel), 0, there - 1), there, into, at);
            }
        }
        return count;
    }

    private void highest(int from, int to, int[] into, int at) {
        for (int row = 0; row < LogSpectrum.ROWS; row++) {
            into[at + row] = cells[from * LogSpectrum.ROWS + row] & MOST;
        }
        for (int column = from + 1; column < to; column++) {
            int base = column * LogSpectrum.ROWS;
            for (int row = 0; row < LogSpectrum.ROWS; row++) {
                into[at + row] = Math.max(into[at + row], cells[base + row] & MOST);
            }
        }
    }

    private void between(double place, int there, int[] into, int at) {
        int one = (int) place;
        int other = Math.min(there - 1, one + 1);
        double share = place - one;
        for (int row = 0; row < LogSpectrum.ROWS; row++) {
            int first = cells[one * LogSpectrum.ROWS + row] & MOST;
            int second = cells[other * LogSpectrum.ROWS + row] & MOST;
            into[at + row] = (int) (first + share * (second - first) + 0.5);
        }
    }

    /// Makes the spectrogram of a sound while it passes. Results do not depend on how the sound is cut.
    static final class Builder implements SampleSink {
        private final AudioFormat format;
        private final LogSpectrum spectrum;
        private final Spectrogram made;
        private final float[][] recent;
        private final float[] levels = new float[LogSpectrum.ROWS];
        private final float[] column = new float[LogSpectrum.ROWS];
        /// The first spectrum has its middle at the first frame.
        private int filled;

        private int hops;
        private boolean open;

        /// @param format one or two channels
        /// @param frames exactly
        Builder(AudioFormat format, long frames) {
            this.format = format;
            spectrum = new LogSpectrum(format.sampleRate());
            int usual = spectrum.size() / OVERLAP;
            boolean isShort = frames <= (long) usual / 2 * MOST_COLUMNS;
            made = new Spectrogram(frames, isShort ? usual / 2 : usual);
            recent = new float[2][spectrum.size()];
            filled = spectrum.size() / 2;
            Arrays.fill(column, Float.NEGATIVE_INFINITY);
        }

        /// What is made, from its beginning on.
        Spectrogram made() {
            return made;
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            float[] second = source[source.length > 1 ? 1 : 0];
            int at = offset;
            while (at < offset + count) {
                int now = Math.min(offset + count - at, spectrum.size() - filled);
                System.arraycopy(source[0], at, recent[0], filled, now);
                System.arraycopy(second, at, recent[1], filled, now);
                filled += now;
                at += now;
                if (filled == spectrum.size()) {
                    look();
                }
            }
        }

        private void look() {
            if (made.ready < made.columns) {
                spectrum.transform(recent[0], recent[1], levels);
                for (int row = 0; row < levels.length; row++) {
                    column[row] = Math.max(column[row], levels[row]);
                }
                open = true;
                hops++;
                if (hops % made.group == 0) {
                    endColumn();
                }
            }
            for (float[] channel : recent) {
                System.arraycopy(channel, made.hop, channel, 0, channel.length - made.hop);
            }
            filled -= made.hop;
        }

        private void endColumn() {
            int base = made.ready * LogSpectrum.ROWS;
            for (int row = 0; row < column.length; row++) {
                made.cells[base + row] = (byte) step(column[row]);
            }
            Arrays.fill(column, Float.NEGATIVE_INFINITY);
            open = false;
            made.ready = made.ready + 1;
        }

        /// Ends the sound: silence follows.
        @Override
        public void close() {
            while (made.ready < made.columns && hops < (made.frames + made.hop - 1) / made.hop) {
                for (float[] channel : recent) {
                    Arrays.fill(channel, filled, channel.length, 0);
                }
                filled = spectrum.size();
                look();
            }
            if (open) {
                endColumn();
            }
        }
    }
}
