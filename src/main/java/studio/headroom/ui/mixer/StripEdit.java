package studio.headroom.ui.mixer;

import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.edit.Edit;
import studio.headroom.ui.model.EditTarget;
import studio.headroom.ui.song.SongHistory;

/// Where moves of a control go that cannot be automated: each gesture is one step of undo.
final class StripEdit implements EditTarget {
    private final SongHistory history;
    private final Supplier<DoubleFunction<Edit>> moves;
    private @Nullable DoubleFunction<Edit> edits;

    /// @param moves gives, when a gesture begins, what makes edits of the values it comes to
    StripEdit(SongHistory history, Supplier<DoubleFunction<Edit>> moves) {
        this.history = history;
        this.moves = moves;
    }

    @Override
    public void begin() {
        edits = moves.get();
        history.begin();
    }

    @Override
    public void move(double plain) {
        DoubleFunction<Edit> now = edits;
        if (now != null) {
            history.apply(now.apply(plain));
        }
    }

    @Override
    public void end() {
        edits = null;
        history.end();
    }

    @Override
    public void cancel(double before) {
        edits = null;
        history.cancel();
    }
}
