package studio.headroom.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import studio.headroom.ui.command.CommandPalette;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeySheet;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Focus;
import studio.headroom.ui.control.TallScroll;
import studio.headroom.ui.preferences.PreferencesView;
import studio.headroom.ui.song.SongSession;

/// What is shown above the window when somebody asks for it: the list of commands, the keys, the preferences, the
/// history. UI thread.
final class Panels {
    private final Tools tools;
    private final Shell shell;
    private final Commands commands;
    /// Whether the preferences are what was shown last above the window.
    private boolean choosing;

    Panels(Tools tools, Shell shell, Commands commands) {
        this.tools = tools;
        this.shell = shell;
        this.commands = commands;
    }

    /// The scale has changed. Whoever is choosing goes on where the focus was.
    void rescale() {
        Overlay overlay = tools.window().overlay();
        if (choosing && overlay.isOpen()) {
            Node owner = overlay.getScene() == null ? null : overlay.getScene().getFocusOwner();
            String focused = owner == null ? null : owner.getAccessibleText();
            boolean ring = owner != null && owner.isFocusVisible();
            showPreferences();
            if (focused != null) {
                find(overlay, focused).ifPresent(node -> Focus.give(node, ring));
            }
        }
    }

    private static Optional<Node> find(Node within, String accessible) {
        if (accessible.equals(within.getAccessibleText()) && within.isFocusTraversable()) {
            return Optional.of(within);
        }
        return within instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> find(child, accessible).stream())
                        .findFirst()
                : Optional.empty();
    }

    void showPalette() {
        Overlay overlay = tools.window().overlay();
        CommandPalette palette = new CommandPalette(tools.look(), commands, overlay::hide);
        overlay.show(palette, Pos.TOP_CENTER, () -> {});
        palette.open();
    }

    void showKeys() {
        Overlay overlay = tools.window().overlay();
        KeySheet sheet = new KeySheet(tools.look(), commands, overlay::hide);
        overlay.show(sheet, Pos.CENTER, () -> {});
    }

    /// Shows the list of steps, or hides it.
    void toggleHistory(SongSession open) {
        HistoryModel model = new HistoryModel(open.history(), tools.services().zone());
        tools.window().toggleHistory(() -> new HistoryPanel(tools.look(), open.history(), model));
    }

    void showNotes(SongSession open) {
        SongNotes.show(tools, open.history());
    }

    void showListeningLevel(SongSession open) {
        ListeningLevelBox.show(tools, open.playback().monitorPath());
    }

    void showPreferences() {
        Overlay overlay = tools.window().overlay();
        Services services = tools.services();
        PreferencesView view = new PreferencesView(
                tools.look(), tools.preferences(), from -> services.choosers().folder("Folder for new songs", from));
        SongSession open = shell.session();
        TopBarModel model = shell.model();
        if (open != null && model != null) {
            view.followLatency(open.playback().status().map(unused -> model.latencyInWords()));
        }
        DialogCard card = new DialogCard(tools.look(), "Preferences", 560)
                .add(new TallScroll(view, tools.look().px(80)));
        card.setMinHeight(0);
        card.button("Done", Buttons.Kind.PRIMARY, () -> {
            choosing = false;
            overlay.hide();
        });
        overlay.show(card, Pos.CENTER, () -> choosing = false);
        overlay.enterStyled();
        choosing = true;
        services.background().execute(() -> {
            var found = services.outputs().list();
            services.ui().execute(() -> view.showOutputs(found));
        });
    }
}
