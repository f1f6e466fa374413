package studio.headroom.ui.editor.graph;

/// What an effect makes of a steady level. Pure.
@FunctionalInterface
public interface LevelCurve {
    /// @return dB that go out for dB that come in, having risen from silence
    double outputDb(double inputDb);

    /// The same, having fallen from above; differs where there is a hysteresis.
    default double fallingDb(double inputDb) {
        return outputDb(inputDb);
    }
}
