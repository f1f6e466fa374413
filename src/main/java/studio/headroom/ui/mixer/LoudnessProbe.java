package studio.headroom.ui.mixer;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import studio.headroom.project.Project;

/// Measures how loud a mix is. Called on the UI thread, which also hears the answers.
@FunctionalInterface
public interface LoudnessProbe {
    /// @param share hears how far it is, 0..1
    /// @param then hears the integrated loudness in LUFS, or nothing where it could not be measured; not when
    /// called off
    /// @return calls it off
    Runnable measure(Project mix, DoubleConsumer share, Consumer<OptionalDouble> then);
}
