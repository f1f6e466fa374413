package studio.headroom.ui.model;

/// Takes what a person does with a control. One gesture (a drag, a turn of the wheel, a held key, a typed value) is
/// one `begin` and one `end` and any number of moves between them, also none: it becomes at most one step of undo.
/// UI thread.
public interface EditTarget {
    /// Keeps nothing.
    EditTarget NONE = _ -> {};

    /// The control is touched.
    default void begin() {}

    /// @param plain the new value in plain units, inside the parameter's range
    void move(double plain);

    /// The control is let go.
    default void end() {}

    /// The gesture is given up, in place of [#end()].
    ///
    /// @param before the value before the gesture
    default void cancel(double before) {
        move(before);
        end();
    }
}
