package studio.headroom.dsp.limiter;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Mixes a gain that is common to all channels into a channel's own: transients by one link, the release by another.
///
/// What the common gain takes beyond the own one is what the link is about. The part of it that has lasted is the
/// release: it follows the whole with a time constant on the way up and at once on the way down, so it is never more
/// than the whole; the rest is transients. Neither is negative where the common gain is the lower one, so the mixture
/// lies between both gains whatever the links are: a ceiling that both keep, it keeps. With equal links it is one
/// mixture of both gains, to the bit.
@RealTime
public final class GainLink {
    private double transients = 1;
    private double transientsTo = 1;
    private double release = 1;
    private double releaseTo = 1;
    private double rise = 1;
    /// What has lasted of the difference.
    private double lasting;

    public void clear() {
        lasting = 0;
    }

    /// Sets the links, 0 to 1, from the beginning to the end of the coming sub-block, between which they move in
    /// straight lines.
    ///
    /// @param rise the part of the way that what lasts goes per frame towards the difference
    public void aim(double transients, double transientsTo, double release, double releaseTo, double rise) {
        this.transients = transients;
        this.transientsTo = transientsTo;
        this.release = release;
        this.releaseTo = releaseTo;
        this.rise = rise;
    }

    /// Whether the common gain is all there is.
    public boolean isWhole() {
        return transients + transientsTo + release + releaseTo >= 4;
    }

    private boolean isOne() {
        return transients == release && transientsTo == releaseTo;
    }

    /// @param common gains for all channels
    /// @param own gains of the channel; become the mixture
    /// @param frames of the present sub-block
    /// @param done frames of it that are past
    public void blend(double[] common, double[] own, int frames, int done) {
        double link = transients;
        double step = (transientsTo - transients) / Timeline.SUB_BLOCK;
        if (isOne()) {
            for (int i = 0; i < frames; i++) {
                own[i] += (link + step * (done + 1 + i)) * (common[i] - own[i]);
            }
            lasting = 0;
            return;
        }
        double late = release;
        double lateStep = (releaseTo - release) / Timeline.SUB_BLOCK;
        double up = rise;
        double held = lasting;
        for (int i = 0; i < frames; i++) {
            double beyond = own[i] - common[i];
            held += up * (beyond - held);
            held = beyond < held ? Math.max(0.0, beyond) : held;
            double n = done + 1 + i;
            own[i] -= (link + step * n) * (beyond - held) + (late + lateStep * n) * held;
        }
        lasting = held > 1e-15 ? held : 0;
    }
}
