package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Folder;
import studio.headroom.project.Group;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.GroupEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The left end of a track's, bus's or folder's row: color, number, name, meter, M and S. UI thread.
final class RowHeader extends KitControl {
    static final double WIDTH = 224;
    private static final Param SOLO =
            new Param("solo", "Solo", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);

    private final TimelineModel model;
    private final Optional<Switches> shared;
    private final ControlModel mute;
    private final ControlModel solo;
    private final LetterButton muteButton;
    private final LetterButton soloButton;
    private final @Nullable IconButton lanes;
    private final @Nullable IconButton fold;
    private final @Nullable HeaderMeter meter;
    private Row row;
    private @Nullable State state;

    /// What is painted.
    private record State(
            Row.Kind kind,
            int number,
            boolean indented,
            double height,
            String name,
            String hint,
            String color,
            boolean selected) {}

    /// @param hands take the header when it is dragged, and move it by key
    RowHeader(Look look, TimelineModel model, TimelineMenus menus, Row row, HeaderColumn.Hands hands) {
        super(look);
        this.model = model;
        this.row = row;
        String name = name(row);
        shared = row.kind() == Row.Kind.FOLDER ? Optional.empty() : model.switches(row.id());
        mute = shared.map(Switches::mute).orElseGet(() -> ownMute(name));
        solo = shared.map(Switches::solo).orElseGet(() -> ownSolo(name));
        muteButton = new LetterButton(look, mute, "M", Token.MUTE, 20, 16);
        soloButton = new LetterButton(look, solo, "S", Token.SOLO, 20, 16);
        soloButton.setVisible(!row.id().equals(model.song().master().id()));
        soloButton.setAltAction(
                shared.map(Switches::soloOnly).orElse(() -> model.apply(StripEdits.soloOnly(linked(Group.Link.SOLO)))));
        boolean folder = row.kind() == Row.Kind.FOLDER;
        meter = folder ? null : new HeaderMeter(look, model.player(), row.id());
        lanes = folder
                ? null
                : new IconButton(
                        look,
                        Icon.VECTOR_CURVE,
                        20,
                        18,
                        "Automation of " + name,
                        "Shows or hides the automation below the track.",
                        () -> model.toggleLanes(row.id()));
        fold = folder ? foldButton(look, row, name) : null;
        for (Node node : children()) {
            node.setManaged(false);
            getChildren().add(node);
        }
        setFocusTraversable(true);
        setRing(1, 3);
        setAccessibleRole(AccessibleRole.BUTTON);
        new HeaderHand(look, model, menus, hands, this);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menus.ofRow(this.row, this).show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        show(row);
    }

    private ControlModel ownMute(String name) {
        return new ControlModel(
                StripControls.MUTE,
                name + " mute",
                "Silences it. Its sends are silent too.",
                plain -> mute(plain >= 0.5));
    }

    private ControlModel ownSolo(String name) {
        return new ControlModel(
                SOLO,
                name + " solo",
                "Lets only what is soloed be heard. Alt-click solos this alone.",
                plain -> model.apply(StripEdits.solo(linked(Group.Link.SOLO), plain >= 0.5)));
    }

    /// An edit of all strips but those whose automation takes it.
    private void mute(boolean on) {
        Set<String> edited = linked(Group.Link.MUTE).stream()
                .filter(id -> !model.player().turn(new Address(id, id, StripControls.MUTE.id()), on))
                .collect(Collectors.toUnmodifiableSet());
        if (!edited.isEmpty()) {
            model.apply(StripEdits.mute(edited, on));
        }
    }

    private IconButton foldButton(Look look, Row ofRow, String name) {
        boolean folded = model.song().folder(ofRow.id()).map(Folder::folded).orElse(false);
        return new IconButton(
                look,
                folded ? Icon.CHEVRON_RIGHT : Icon.CHEVRON_DOWN,
                18,
                18,
                (folded ? "Unfold " : "Fold ") + name,
                "",
                () -> model.apply(FolderEdits.fold(ofRow.id(), !folded)));
    }

    private List<Node> children() {
        List<Node> nodes = new ArrayList<>(List.of(muteButton, soloButton));
        if (meter != null) {
            nodes.addFirst(meter);
        }
        if (lanes != null) {
            nodes.addFirst(lanes);
        }
        if (fold != null) {
            nodes.addFirst(fold);
        }
        return nodes;
    }

    private String name(Row of) {
        return of.kind() == Row.Kind.FOLDER
                ? model.song().folder(of.id()).map(Folder::name).orElse("Folder")
                : model.song()
                        .strip(of.id())
                        .map(Strip::name)
                        .filter(text -> !text.isBlank())
                        .orElse("Track");
    }

    /// What M and S reach: all strips of a folder, and those of the group.
    private Set<String> linked(Group.Link link) {
        return GroupEdits.linked(model.song(), strips(), link);
    }

    private Set<String> strips() {
        return row.kind() == Row.Kind.FOLDER
                ? model.song().strips().stream()
                        .filter(strip -> strip.look().folder().equals(row.id()))
                        .map(Strip::id)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of(row.id());
    }

    Row row() {
        return row;
    }

    /// Takes in what the song says of its row.
    void show(Row now) {
        row = now;
        setAccessibleText((now.number() > 0 ? "Track " + now.number() + " " : "") + name(now));
        Project song = model.song();
        List<Strip> strips =
                strips().stream().flatMap(id -> song.strip(id).stream()).toList();
        boolean allMuted = !strips.isEmpty()
                && strips.stream().allMatch(strip -> strip.controls().isOn(StripControls.MUTE));
        boolean allSolo = !strips.isEmpty() && strips.stream().allMatch(Strip::solo);
        boolean solos = song.strips().stream().anyMatch(Strip::solo);
        if (shared.isEmpty()) {
            mute.show(allMuted ? 1 : 0);
            solo.show(allSolo ? 1 : 0);
        }
        muteButton.setImplied(solos && strips.stream().noneMatch(strip -> strip.solo() || strip.soloSafe()));
        boolean selected = model.selection().isSelected(row.id());
        IconButton automation = lanes;
        if (automation != null) {
            boolean automated =
                    strips.stream().anyMatch(strip -> !strip.automation().isEmpty());
            boolean shown = !model.lanes(row.id()).isEmpty();
            automation.setOn(false);
            automation.setFace(automated ? Token.OK : shown ? Token.FG_2 : Token.FG_3);
            automation.setVisible(automated || shown || selected || row.height() >= RowHeight.M.units());
        }
        State next = new State(
                row.kind(),
                row.number(),
                row.indented(),
                row.height(),
                name(row),
                hint(strips.size()),
                row.kind() == Row.Kind.FOLDER
                        ? song.folder(row.id()).map(Folder::color).orElse("grey")
                        : song.strip(row.id()).map(Strip::color).orElse("grey"),
                selected);
        if (!next.equals(state)) {
            state = next;
            repaint();
        }
    }

    private String hint(int members) {
        return switch (row.kind()) {
            case FOLDER -> members == 1 ? "1 track" : members + " tracks";
            case BUS ->
                switch (model.song().strip(row.id()).map(Strip::kind).orElse(Strip.Kind.BUS)) {
                    case RETURN -> "return";
                    case MASTER -> "mix";
                    case BUS, TRACK -> "bus";
                };
            case TRACK, LANE -> "";
        };
    }

    @Override
    protected double unitWidth() {
        return WIDTH;
    }

    @Override
    protected double unitHeight() {
        return row.height();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double h = getHeight() / look().factor();
        double middle = (h - 1) / 2;
        place(muteButton, 172, middle - 8, 20, 16);
        place(soloButton, 196, middle - 8, 20, 16);
        if (lanes != null) {
            place(lanes, 138, middle - 9, 20, 18);
        }
        if (fold != null) {
            place(fold, 7, middle - 9, 18, 18);
        }
        if (meter != null) {
            place(meter, 162, 3, HeaderMeter.WIDTH, h - 7);
        }
    }

    private void place(KitControl node, double x, double y, double w, double h) {
        double left = look().px(x);
        double top = look().px(Math.max(0, y));
        node.resizeRelocate(left, top, look().px(w), look().px(h));
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        State now = state;
        if (now == null) {
            return;
        }
        boolean folder = now.kind() == Row.Kind.FOLDER;
        p.fill(0, 0, w, h, Token.LINE_0.color());
        Token ground = folder ? Token.BG_3 : now.selected() ? Token.BG_4 : Token.BG_2;
        p.fill(0, 0, w - 1, h - 1, ground.color());
        var color = TrackColor.byId(now.color()).orElse(TrackColor.GREY).color();
        p.fill(0, 0, 4, h - 1, color);
        p.fill(w - 1, 0, 1, h, Token.LINE_0.color());
        double middle = (h - 1) / 2;
        if (now.selected()) {
            // The buttons' faces are as bright as the row.
            p.fill(169, middle - 11, 50, 22, Token.BG_2.color(), 4);
        }
        double indent = now.indented() ? 8 : 0;
        double x = folder ? 28 : 32 + indent;
        if (now.number() > 0) {
            String number = Integer.toString(now.number());
            p.center(
                    22 + indent - 4,
                    middle,
                    number,
                    TypeRole.VALUE_SMALL,
                    numberColor(now).color());
        }
        boolean strong = folder || now.selected();
        TypeRole role = strong ? TypeRole.NAME : TypeRole.BUTTON;
        double room = (lanes != null && lanes.isVisible() ? 136 : folder ? 168 : 158) - x;
        String text = TextSize.fit(look(), role, now.name(), p.raw(room));
        p.left(x, middle, text, role, Token.FG_1.color());
        double behind = x + p.units(TextSize.width(look(), role, text)) + 6;
        if (!now.hint().isEmpty() && behind + p.units(TextSize.width(look(), TypeRole.LABEL, now.hint())) < x + room) {
            p.left(behind, middle, now.hint(), TypeRole.LABEL, numberColor(now).color());
        }
    }

    private static Token numberColor(State now) {
        return now.selected() ? Token.FG_2 : Token.FG_3;
    }
}
