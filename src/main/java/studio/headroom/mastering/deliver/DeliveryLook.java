package studio.headroom.mastering.deliver;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.mastering.FileLook;

/// Sees of a delivered file what its report shows, while it is decoded to be measured.
final class DeliveryLook implements FileLook {
    private final boolean cut;
    private FileSight.@Nullable Looking sight;
    private VinylFigures.@Nullable Listening vinyl;

    /// @param cut whether it is for a cutting house
    DeliveryLook(boolean cut) {
        this.cut = cut;
    }

    @Override
    public SampleSink begin(AudioFormat format, long frames) {
        FileSight.Looking seen = new FileSight.Looking(format, frames);
        VinylFigures.Listening heard = cut ? new VinylFigures.Listening(format) : null;
        sight = seen;
        vinyl = heard;
        return new SampleSink() {
            @Override
            public AudioFormat format() {
                return format;
            }

            @Override
            public void write(float[][] source, int offset, int count) {
                seen.write(source, offset, count);
                if (heard != null) {
                    heard.write(source, offset, count);
                }
            }

            @Override
            public void close() {}
        };
    }

    /// How the last file looked at looks.
    FileSight sight() {
        if (sight == null) {
            throw new IllegalStateException("no file was looked at");
        }
        return sight.sight();
    }

    /// What a cutting house looks at, or null where it is not for one.
    @Nullable
    VinylFigures vinyl() {
        return vinyl == null ? null : vinyl.figures();
    }
}
