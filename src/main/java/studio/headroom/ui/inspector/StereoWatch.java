package studio.headroom.ui.inspector;

import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.engine.live.StripTap;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.model.StereoImage;

/// The stereo image of what leaves a strip. Looks at its sound only between [#advance] and [#rest]. UI thread.
final class StereoWatch {
    private final InsertLink link;
    private final String strip;
    private final StereoImage image;
    private @Nullable StripTap tap;
    private @Nullable FrameRing ring;

    StereoWatch(InsertLink link, String strip, int sampleRate) {
        this.link = link;
        this.strip = strip;
        image = new StereoImage(sampleRate);
    }

    StereoImage image() {
        return image;
    }

    /// Takes in what has sounded since the last call.
    void advance() {
        StripTap there = link.stripTap(strip).orElse(null);
        if (there != tap) {
            rest();
            tap = there;
            ring = there == null ? null : there.open();
        }
        if (ring != null) {
            image.take(ring, 0);
        }
    }

    /// Looks no more, until it advances.
    void rest() {
        if (tap != null && ring != null) {
            tap.close(ring);
        }
        tap = null;
        ring = null;
    }
}
