package studio.headroom.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.ui.editor.model.ChainModel;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.editor.model.Strips;
import studio.headroom.ui.editor.part.ChainBar;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Takes the place of the work area while effects are edited: the chain on top, below it the editor of one of its
/// effects, or of two side by side. Esc or "Mixer" leads back. UI thread.
public final class EditorPane extends VBox implements AutoCloseable {
    private static final int MOST = 2;
    /// Below this width two editors do not stand side by side, in units.
    private static final double TWO = 1240;

    private final Look look;
    private final SongHistory history;
    private final InsertLink link;
    private final Presets presets;
    private final EditorMemory memory;
    private final Doors doors;
    private final List<EditorModel> models = new ArrayList<>();
    private final HBox editors;
    private final ChangeListener<Project> follow = (_, _, _) -> followSong();
    /// Held here, since the look holds it weakly.
    private final InvalidationListener rescale = _ -> rebuild();
    private final FramePulse.Frame frame = _ -> followPlayhead();
    private @Nullable ChainBar bar;
    private String chainOf = "";

    /// What it asks of the window that it is in.
    public interface Doors {
        /// Leaves the editors.
        void back();

        /// Shows the automation of a control.
        void showAutomation(Address address);

        /// Tells what could not be done.
        void failed(String what);
    }

    /// @param memory outlives this
    /// @param presetFolder where a person's own presets are; need not exist
    public EditorPane(
            Look look, SongHistory history, InsertLink link, EditorMemory memory, Path presetFolder, Doors doors) {
        this.look = look;
        this.history = history;
        this.link = link;
        this.memory = memory;
        this.doors = doors;
        presets = new Presets(presetFolder);
        editors = new HBox();
        VBox.setVgrow(editors, Priority.ALWAYS);
        setStyle("-fx-background-color: " + Token.BG_1.css() + ";");
        history.song().addListener(follow);
        look.watch(rescale);
        widthProperty().addListener(_ -> showEditors());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                doors.back();
            }
        });
    }

    /// Edits an effect of a strip or of the mastering chain. One that this program does not know is not opened.
    public void open(String insertId) {
        open(insertId, false);
    }

    /// @param beside next to the one that is open, where there is room
    public void open(String insertId, boolean beside) {
        Optional<Insert> insert = Strips.chainOf(history.current(), insertId).stream()
                .filter(each -> each.id().equals(insertId))
                .findFirst();
        if (insert.isEmpty() || !ChainModel.isKnown(insert.get())) {
            return;
        }
        boolean sameChain = Strips.chainOf(history.current(), insertId).stream()
                .anyMatch(each -> each.id().equals(chainOf));
        if (!beside || !sameChain) {
            closeModels();
        }
        if (models.stream().noneMatch(model -> model.insertId().equals(insertId))) {
            if (models.size() == MOST) {
                models.removeFirst().close();
            }
            EditorModel model = new EditorModel(history, link, insertId, memory);
            model.automateBy(doors::showAutomation);
            models.add(model);
        }
        chainOf = insertId;
        rebuild();
        requestFocus();
    }

    /// Ids of the effects that are edited.
    public Set<String> opened() {
        Set<String> ids = new LinkedHashSet<>();
        models.forEach(model -> ids.add(model.insertId()));
        return ids;
    }

    /// The editors that are shown, for tests and for whoever looks for a control.
    public List<EffectEditor> editors() {
        return editors.getChildren().stream()
                .filter(EffectEditor.class::isInstance)
                .map(EffectEditor.class::cast)
                .toList();
    }

    private void rebuild() {
        if (models.isEmpty()) {
            return;
        }
        ChainBar made = new ChainBar(look, ChainModel.of(history, chainOf), link, new ChainBar.Owner() {
            @Override
            public void back() {
                doors.back();
            }

            @Override
            public void open(String insertId, boolean beside) {
                EditorPane.this.open(insertId, beside);
            }
        });
        made.show(opened());
        bar = made;
        closeEditors();
        editors.setSpacing(look.px(8));
        editors.setPadding(new Insets(look.px(8)));
        getChildren().setAll(made, editors);
        look.pulse().add(frame);
        showEditors();
    }

    /// As many as there is room for, the one opened last among them.
    private void showEditors() {
        boolean room = getWidth() <= 0 || getWidth() >= look.px(TWO);
        List<EditorModel> wanted = room || models.isEmpty() ? models : List.of(models.getLast());
        if (editors().stream().map(EffectEditor::model).toList().equals(wanted)) {
            return;
        }
        closeEditors();
        for (EditorModel model : wanted) {
            EffectEditor editor = new EffectEditor(look, model, presets, doors::failed);
            HBox.setHgrow(editor, Priority.ALWAYS);
            boolean large = model.type().id().equals("eq");
            editor.setPrefWidth(look.px(large ? 1192 : 704));
            editor.setMinWidth(look.px(420));
            editors.getChildren().add(editor);
        }
    }

    private void followSong() {
        if (models.isEmpty()) {
            return;
        }
        for (EditorModel model : List.copyOf(models)) {
            if (!model.isOpen()) {
                models.remove(model);
                model.close();
            }
        }
        if (models.isEmpty()) {
            closeEditors();
            doors.back();
            return;
        }
        if (models.stream().noneMatch(model -> model.insertId().equals(chainOf))) {
            chainOf = models.getLast().insertId();
        }
        showEditors();
        ChainBar there = bar;
        if (there != null) {
            there.show(opened());
        }
    }

    private void followPlayhead() {
        ChainBar there = bar;
        if (there != null) {
            there.follow();
        }
    }

    private void closeModels() {
        look.pulse().remove(frame);
        closeEditors();
        models.forEach(EditorModel::close);
        models.clear();
    }

    private void closeEditors() {
        editors().forEach(EffectEditor::close);
        editors.getChildren().clear();
    }

    /// Ends editing; it may be opened again.
    @Override
    public void close() {
        closeModels();
    }

    /// Ends for good.
    public void dispose() {
        closeModels();
        history.song().removeListener(follow);
    }
}
