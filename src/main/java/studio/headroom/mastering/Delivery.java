package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.headroom.audio.SampleSink;

/// Sound on its way into a file that takes its place in [#commit()] and not before.
interface Delivery extends SampleSink {
    /// Whether writing takes long enough to be worth a thread.
    boolean codes();

    /// Completes the file beside its place, where it can be read and judged.
    ///
    /// @return where it lies until [#commit()] or [#discard()]
    Path complete(Progress progress) throws IOException;

    /// Puts the complete file in its place.
    void commit() throws IOException;

    /// What the user should know about the file, in words.
    List<String> remarks();

    /// Gives up: nothing of what was written stays.
    void discard();

    /// By how much it was made louder on the way, in dB.
    default double gainDb() {
        return 0;
    }
}
