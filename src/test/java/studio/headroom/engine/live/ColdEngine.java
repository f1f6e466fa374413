package studio.headroom.engine.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// Engines for tests of screens: they open at once, since nothing is compiled first, and play on no device until one is
/// asked for.
public final class ColdEngine {
    private ColdEngine() {}

    /// @param edits hears edits that hands on controls made
    public static LiveEngine open(Project song, MediaLibrary library, Consumer<Edit> edits) {
        LiveEngine.Owner owner = new LiveEngine.Owner() {
            @Override
            public void notice(String message) {}

            @Override
            public void edit(Edit edit) {
                edits.accept(edit);
            }
        };
        try {
            return LiveEngine.open(
                    song, library, new NullDevice(), OutputRequest.of(song.sampleRate(), 512), 1, owner, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
