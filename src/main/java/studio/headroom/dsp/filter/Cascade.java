package studio.headroom.dsp.filter;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Second-order sections one after the other, each of which may be tuned, placed and taken out while it runs, and a
/// gain.
///
/// While all coefficients rest, the sections run fused ([FusedSections]); while any moves, or where one is not placed
/// on both channels alike, they run one by one ([Section]). The memory is carried over from form to form, so that the
/// change is not heard. Sections that are flat cost nothing, and where all are flat and the gain is 1 the samples are
/// not touched.
@RealTime
public final class Cascade {
    private static final double FLUSH = 1e-15;

    /// Products of first coefficients outside of which fused sections would run out of the numbers' range.
    private static final double LEAST_PRODUCT = 1e-150;

    private static final double MOST_PRODUCT = 1e150;

    private final Section[] sections;
    private final int channels;
    private final double[] left = new double[Timeline.SUB_BLOCK];
    private final double[] right = new double[Timeline.SUB_BLOCK];
    private final double[] part = new double[Timeline.SUB_BLOCK];

    /// The sections that are not flat, in order.
    private final int[] active;

    private int count;
    private boolean bound;

    private boolean fused;
    private final double[] coefficients;
    private final double[][] states;
    private final double[] products;
    private final double[] biquad = new double[5];

    private double gainFrom = 1.0;
    private double gainTo = 1.0;

    /// @param channels 1 or 2
    public Cascade(int size, int channels) {
        this.channels = channels;
        sections = new Section[size];
        for (int i = 0; i < size; i++) {
            sections[i] = new Section();
        }
        active = new int[size];
        coefficients = new double[4 * size];
        states = new double[channels][2 * size];
        products = new double[size];
    }

    /// All sections flat, all memory empty.
    public void clear() {
        for (Section section : sections) {
            section.clear();
        }
        count = 0;
        fused = false;
        bound = true;
    }

    /// Tunes a section to `b0 b1 b2 a1 a2` (stable) within `subBlocks` from the next one on, or at once for 0, which is
    /// for the time before the first sound. A mono signal is its own middle, left and right, and has no sides.
    public void aim(int section, double[] biquad, Placement placement, int subBlocks) {
        if (channels == 1 && placement == Placement.SIDE) {
            aimFlat(section, subBlocks);
            return;
        }
        leaveFused();
        sections[section].aim(biquad, channels == 1 ? Placement.STEREO : placement, subBlocks);
        bound = true;
    }

    /// Takes a section out within `subBlocks`, or at once for 0.
    public void aimFlat(int section, int subBlocks) {
        if (sections[section].isFlat() && !sections[section].isBound()) {
            return;
        }
        leaveFused();
        sections[section].aimFlat(subBlocks);
        bound = true;
    }

    /// Whether all sections are out and will be, so that [#process] has nothing to do but the gain.
    public boolean isFlat() {
        return count == 0 && !bound;
    }

    /// The gain after all sections, at the start and at the end of the present sub-block.
    public void gain(double from, double to) {
        gainFrom = from;
        gainTo = to;
    }

    /// Filters `io[channel][offset .. offset + frames)`, a part of a sub-block of which `done` frames are past.
    public void process(float[][] io, int offset, int frames, int done) {
        if (done == 0 && bound) {
            advance();
        }
        if (count == 0 && gainFrom == 1.0 && gainTo == 1.0) {
            return;
        }
        float[] l = io[0];
        float[] r = io[channels - 1];
        read(l, offset, left, frames);
        if (channels == 2) {
            read(r, offset, right, frames);
        }
        if (fused) {
            processFused(frames);
        } else {
            for (int i = 0; i < count; i++) {
                processOne(sections[active[i]], frames, done);
            }
        }
        double product = fused && count > 0 ? products[count - 1] : 1.0;
        write(left, l, offset, frames, done, product);
        if (channels == 2) {
            write(right, r, offset, frames, done, product);
        }
        if (done + frames == Timeline.SUB_BLOCK) {
            flush();
        }
    }

    private void advance() {
        leaveFused();
        count = 0;
        bound = false;
        boolean alike = true;
        boolean moving = false;
        for (int i = 0; i < sections.length; i++) {
            Section section = sections[i];
            section.advance();
            bound |= section.isBound();
            if (!section.isFlat()) {
                active[count++] = i;
                moving |= section.isMoving();
                alike &= section.placement() == Placement.STEREO;
            }
        }
        if (alike && !moving) {
            enterFused();
        }
    }

    private void enterFused() {
        double product = 1.0;
        for (int i = 0; i < count; i++) {
            Section section = sections[active[i]];
            section.biquad(biquad);
            product *= biquad[0];
            if (!(Math.abs(product) > LEAST_PRODUCT && Math.abs(product) < MOST_PRODUCT)) {
                return;
            }
            products[i] = product;
            coefficients[4 * i] = biquad[3];
            coefficients[4 * i + 1] = biquad[4];
            coefficients[4 * i + 2] = biquad[1] / biquad[0] - biquad[3];
            coefficients[4 * i + 3] = biquad[2] / biquad[0] - biquad[4];
            for (int c = 0; c < channels; c++) {
                section.writeDirectForm(c, biquad[3], states[c], 2 * i);
                states[c][2 * i] /= product;
                states[c][2 * i + 1] /= product;
            }
        }
        fused = true;
    }

    private void leaveFused() {
        if (!fused) {
            return;
        }
        fused = false;
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < channels; c++) {
                double s1 = states[c][2 * i] * products[i];
                double s2 = states[c][2 * i + 1] * products[i];
                sections[active[i]].readDirectForm(c, coefficients[4 * i], s1, s2);
            }
        }
    }

    private void processFused(int frames) {
        for (int at = 0; at < count; at += FusedSections.MOST) {
            int run = Math.min(FusedSections.MOST, count - at);
            if (channels == 2) {
                FusedSections.stereo(run, left, right, frames, coefficients, states[0], states[1], at);
            } else {
                FusedSections.mono(run, left, frames, coefficients, states[0], at);
            }
        }
    }

    private void processOne(Section section, int frames, int done) {
        switch (section.placement()) {
            case STEREO -> {
                section.process(left, frames, done, 0);
                if (channels == 2) {
                    section.process(right, frames, done, 1);
                }
            }
            case LEFT -> section.process(left, frames, done, 0);
            case RIGHT -> section.process(right, frames, done, 1);
            case MID -> processPart(section, frames, done, 0.5);
            case SIDE -> processPart(section, frames, done, -0.5);
        }
    }

    /// Filters half the sum of both channels, or half their difference, and adds what that changed to both.
    private void processPart(Section section, int frames, int done, double ofRight) {
        for (int i = 0; i < frames; i++) {
            part[i] = 0.5 * left[i] + ofRight * right[i];
            left[i] -= part[i];
            right[i] -= 2.0 * ofRight * part[i];
        }
        section.process(part, frames, done, 0);
        for (int i = 0; i < frames; i++) {
            left[i] += part[i];
            right[i] += 2.0 * ofRight * part[i];
        }
    }

    private void flush() {
        if (!fused) {
            for (int i = 0; i < count; i++) {
                sections[active[i]].flush();
            }
            return;
        }
        for (int c = 0; c < channels; c++) {
            double[] state = states[c];
            for (int i = 0; i < 2 * count; i++) {
                double s = Math.abs(state[i] * products[i >> 1]);
                // A NaN is not below infinity.
                if (!(s >= FLUSH && s < Double.POSITIVE_INFINITY)) {
                    state[i] = 0.0;
                }
            }
        }
    }

    private void write(double[] x, float[] io, int offset, int frames, int done, double product) {
        double first = product * gainFrom;
        if (gainFrom == gainTo) {
            for (int i = 0; i < frames; i++) {
                io[offset + i] = (float) (x[i] * first);
            }
            return;
        }
        double step = product * (gainTo - gainFrom) / Timeline.SUB_BLOCK;
        for (int i = 0; i < frames; i++) {
            io[offset + i] = (float) (x[i] * (first + (done + i + 1) * step));
        }
    }

    private static void read(float[] io, int offset, double[] x, int frames) {
        for (int i = 0; i < frames; i++) {
            x[i] = io[offset + i];
        }
    }
}
