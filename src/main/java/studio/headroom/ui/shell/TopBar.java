package studio.headroom.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Light;
import studio.headroom.ui.control.OutputMeter;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.model.MeterSource;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.song.ListeningState;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.SongFile;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;

/// The bar that is the same in all places: which song, which place, transport, position, lights, output, load, history,
/// saving. It follows the song by [#frame()] once a frame, until it is closed. What there is no room for leaves it in a
/// fixed order.
final class TopBar extends HBox implements AutoCloseable {
    /// Under which a light keeps whether it was lit when the bar was fitted.
    private static final String FITTED = "fitted-lit";

    /// Numbers that are read, not watched, are renewed as often as an eye can follow.
    private static final double NUMBERS_SECONDS = 0.1;

    private final Look look;
    private final Commands commands;
    private final TopBarModel model;
    private final SongSession session;

    private final Label title = label("hr-song-title");
    private final Label facts = label("hr-sub");
    private final ToggleButton play;
    private final ToggleButton loop;
    private final TimeDisplay time;
    private final Light preRoll;
    private final Light solo;
    private final Light mono;
    private final Light dim;
    private final Light part;
    private final Light master;
    private final Light clip;
    private final Light toDo;
    private final LoadView load;
    private final Button undo;
    private final Button redo;
    private final Button steps;
    /// What begins and ends playing, and what else is done with the song.
    private final Button more;

    private final Button about;
    private final Label saved = label("hr-saved");
    private final Label autosaved = label("hr-sub");
    private final VBox savedWords = new VBox(saved, autosaved);
    private final VBox songWords = new VBox(title, facts);
    private final HBox meter;
    private final LevelNumbers numbers;
    private final Node mark;
    private Icon savedIcon = Icon.AUTORENEW;
    private final Button save;

    private final Subscription followed;
    /// Held here, since the scale holds it weakly.
    private final InvalidationListener rescale = observable -> applyScale();

    private double sinceNumbers = NUMBERS_SECONDS;
    private double fittedWidth = -1;
    private int fittedPercent;

    /// @param places that there are; a switch is shown for more than one
    TopBar(
            Look look,
            Commands commands,
            Preferences preferences,
            SongSession session,
            TopBarModel model,
            List<Place> places,
            Places chosen) {
        this.look = look;
        this.commands = commands;
        this.model = model;
        this.session = session;
        getStyleClass().add("hr-top-bar");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setMinWidth(0);

        mark = new Mark(look);
        songWords.setAlignment(Pos.CENTER_LEFT);
        play = toggle(Icon.PLAY, "Play", "transport.play");
        loop = toggle(Icon.REPEAT, "Loop", "transport.loop");
        Button start = icon(Icon.SKIP_PREVIOUS, "To the start", "transport.start");
        Button stop = icon(Icon.STOP, "Stop", "transport.stop");
        HBox transport = row(4, start, stop, play, loop);
        transport.getChildren().forEach(node -> node.getStyleClass().add("hr-transport"));
        more = Buttons.icon(look, Icon.CHEVRON_DOWN, "Pre-roll and more", "How playing begins and ends.", () -> {});
        more.getStyleClass().add("hr-slim");
        more.setOnAction(event ->
                TransportMenu.of(commands, preferences, session.playback()).show(more, Side.BOTTOM, 0, look.px(4)));
        transport.getChildren().add(more);
        time = new TimeDisplay(look, model::locate);

        preRoll = new Light(
                look,
                "PRE",
                Token.ACCENT,
                false,
                () -> preferences.preRollBars().set(0));
        solo = new Light(look, "SOLO", Token.SOLO, true, model::clearSolo);
        mono = new Light(
                look,
                "MONO",
                Token.ACCENT,
                false,
                () -> session.playback().mono().set(false));
        dim = new Light(
                look, "DIM", Token.ACCENT, false, () -> session.playback().dim().set(false));
        part = new Light(
                look,
                "SIDE",
                Token.ACCENT,
                false,
                () -> session.playback().monitorPath().clear());
        Buttons.explain(
                part,
                "Part of what is heard",
                "The loudspeakers do not get both sides as they are; a click lets them.");
        master = new Light(
                look,
                "MASTER",
                Token.ACCENT,
                false,
                () -> session.playback().listening().throughMaster().set(false));
        Buttons.explainBy(master, () -> "Listening through the master", model::listeningWords);
        clip = new Light(look, "CLIP", MeterZone.OVER, false, () -> {
            // Strips whose clip was cleared in the mixer are passed over there.
            if (!commands.run("mixer.nextClip")) {
                model.showClipped();
            }
        });
        toDo = new Light(look, "TO DO", Token.WARN, false, () -> commands.run("song.toDos"));
        toDo.setAccessibleHelp("What the master asks of the mix.");
        Label output = label("hr-sub");
        output.setText(places.isEmpty() ? "" : places.getFirst().output());
        output.setMinWidth(Region.USE_PREF_SIZE);
        OutputMeter bars = new OutputMeter(
                look,
                new MeterModel(
                        MeterSource.of(session.playback().engine().master().strip())),
                "Output");
        meter = row(4, output, bars);
        numbers = new LevelNumbers(look, model);
        load = new LoadView(look, model::loadInWords, this::forgetLate);
        Buttons.explainBy(load, () -> "DSP load and late blocks", model::lateWords);

        undo = icon(Icon.UNDO, "Undo", "edit.undo");
        redo = icon(Icon.REDO, "Redo", "edit.redo");
        Buttons.explainBy(undo, () -> withKey(model.undoWords(), "edit.undo"));
        Buttons.explainBy(redo, () -> withKey(model.redoWords(), "edit.redo"));
        steps = icon(Icon.CHEVRON_DOWN, "History", "edit.history");
        steps.getStyleClass().add("hr-slim");
        for (Button button : List.of(undo, redo)) {
            button.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
                commands.run("edit.history");
                event.consume();
            });
        }
        save = Buttons.icon(look, savedIcon, "Save", "", () -> commands.run("song.save"));
        Buttons.explainBy(save, () -> withKey(model.saved() + ", save", "song.save"), model::autosavedWords);
        savedWords.setAlignment(Pos.CENTER_LEFT);
        Buttons.explainBy(savedWords, model::saved, model::autosavedWords);
        about = Buttons.icon(look, Icon.CHEVRON_DOWN, "Song", "Saves, backups and notes.", () -> {});
        about.getStyleClass().add("hr-slim");
        about.setOnAction(event -> SongMenu.of(commands).show(about, Side.BOTTOM, 0, look.px(4)));
        Buttons.explainBy(songWords, model::title, model::notes);
        Button search = icon(Icon.MAGNIFY, "Commands", "help.commands");
        Button help = icon(Icon.HELP_CIRCLE_OUTLINE, "Keys", "help.keys");
        Button settings = icon(Icon.COG_OUTLINE, "Preferences", "song.preferences");

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(mark, songWords);
        if (places.size() > 1) {
            getChildren().add(placeSwitch(places, chosen, output));
        }
        getChildren()
                .addAll(
                        transport,
                        time,
                        row(8, preRoll, solo, mono, dim, part, master, clip, toDo),
                        meter,
                        numbers,
                        load,
                        gap,
                        row(0, undo, redo, steps),
                        row(0, save, savedWords, about),
                        row(0, search, help, settings));

        followed = follow(session.history(), session.file(), session.playback());
        look.watch(rescale);
        followHistory();
        followSaving();
        followTransport();
        applyScale();
        setShown(clip, false);
    }

    /// The song may outlive the bar: one that is saved under another name gets a new one.
    private Subscription follow(SongHistory history, SongFile file, Playback playback) {
        return Subscription.combine(
                history.song().subscribe(this::followHistory),
                history.undoName().subscribe(this::followHistory),
                history.redoName().subscribe(this::followHistory),
                file.state().subscribe(this::followSaving),
                file.keptAside().subscribe(this::followSaving),
                playback.looping().subscribe(this::followTransport),
                playback.playing().subscribe(this::followTransport),
                playback.mono().subscribe(this::followTransport),
                playback.dim().subscribe(this::followTransport),
                playback.monitorPath().observe(this::followTransport),
                playback.listening().throughMaster().subscribe(this::followTransport),
                playback.listening().mixPlays().subscribe(this::followTransport),
                playback.preRollBars().subscribe(this::followTransport));
    }

    /// Lets the song go.
    @Override
    public void close() {
        followed.unsubscribe();
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private HBox row(double gap, Node... nodes) {
        HBox row = new HBox(look.px(gap), nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        row.setMinWidth(Region.USE_PREF_SIZE);
        return row;
    }

    private Button icon(Icon icon, String name, String command) {
        return Buttons.icon(look, icon, withKey(name, command), "", () -> commands.run(command));
    }

    private ToggleButton toggle(Icon icon, String name, String command) {
        ToggleButton button = Buttons.toggle(look, icon, withKey(name, command), "");
        button.setOnAction(event -> {
            commands.run(command);
            followTransport();
        });
        return button;
    }

    private String withKey(String name, String command) {
        String key = commands.keys().shown(command);
        return key.isEmpty() ? name : name + " (" + key + ")";
    }

    private SegmentedControl placeSwitch(List<Place> places, Places chosen, Label output) {
        Param param = new Param(
                "place",
                "Place",
                Unit.NONE,
                Range.Choice.of(places.stream().map(Place::id).toArray(String[]::new)),
                0,
                Smoothing.NONE,
                false);
        ControlModel which = new ControlModel(
                param,
                "Place",
                "Changing it never stops the sound.",
                value -> chosen.choose(places.get((int) Math.round(value))));
        chosen.place().addListener((observable, before, now) -> {
            which.show(places.indexOf(now));
            output.setText(now == null ? "" : now.output());
        });
        return new SegmentedControl(
                look, which, places.stream().map(Place::name).toList(), 88, 32);
    }

    private void applyScale() {
        setSpacing(look.px(16));
        setPadding(new javafx.geometry.Insets(0, look.px(12), 0, look.px(12)));
        setMinHeight(look.px(56));
        setPrefHeight(look.px(56));
        setMaxHeight(look.px(56));
        songWords.setMinWidth(look.px(120));
        songWords.setPrefWidth(look.px(168));
        songWords.setMaxWidth(look.px(168));
        savedWords.setMinWidth(look.px(84));
        savedWords.setPrefWidth(look.px(84));
        fittedWidth = -1;
    }

    /// Takes in what moves.
    void frame(double seconds) {
        time.show(model.bars(), model.time());
        numbers.frame(seconds);
        sinceNumbers += seconds;
        if (sinceNumbers >= NUMBERS_SECONDS) {
            sinceNumbers = 0;
            numbers.follow();
            load.show(model.load(), model.late(), model.loadIsHigh());
            int clipped = model.clipped().size();
            clip.setCount(clipped);
            showWhileLit(clip, clipped > 0);
        }
    }

    private void forgetLate() {
        model.forgetLate();
        load.show(model.load(), model.late(), model.loadIsHigh());
    }

    private void followHistory() {
        title.setText(model.title());
        facts.setText(model.facts());
        solo.setCount(model.soloed());
        fitAgainWhenOther(solo, model.soloed() > 0);
        int open = ToDoPanel.open(session.history().current());
        toDo.setCount(open);
        toDo.setAccessibleText((open == 1 ? "1 note" : open + " notes") + " to the mix, press to read");
        showWhileLit(toDo, open > 0);
        boolean canUndo = !session.history().undoName().get().isEmpty();
        boolean canRedo = !session.history().redoName().get().isEmpty();
        follow(undo, canUndo, Icon.UNDO, model.undoWords());
        follow(redo, canRedo, Icon.REDO, model.redoWords());
    }

    private void follow(Button button, boolean enabled, Icon icon, String words) {
        button.setAccessibleHelp(words);
        if (button.isDisabled() == enabled) {
            button.setDisable(!enabled);
            button.setGraphic(icon.node(look, 20, enabled ? Token.FG_2 : Token.FG_4));
        }
    }

    private void followSaving() {
        boolean written = model.isSaved();
        saved.setText(model.saved());
        autosaved.setText(model.autosaved());
        savedIcon = model.isNotWritten()
                ? Icon.ALERT_CIRCLE_OUTLINE
                : written ? Icon.CHECK_CIRCLE_OUTLINE : Icon.TRAY_ARROW_DOWN;
        Token color = model.isNotWritten() ? Token.ERR : written ? Token.OK : Token.FG_2;
        save.setGraphic(savedIcon.node(look, 20, color));
        save.setAccessibleText(model.saved() + ", save");
    }

    private void followTransport() {
        boolean playing = session.playback().playing().get();
        play.setSelected(playing);
        play.setGraphic((playing ? Icon.PAUSE : Icon.PLAY).node(look, 20, Token.FG_1));
        play.setAccessibleText(playing ? "Pause" : "Play");
        loop.setSelected(session.playback().looping().get());
        mono.setLit(session.playback().mono().get());
        fitAgainWhenOther(mono, session.playback().mono().get());
        dim.setLit(session.playback().dim().get());
        showWhileLit(dim, session.playback().dim().get());
        String unusual = session.playback().monitorPath().word();
        part.setLit(unusual);
        showWhileLit(part, !unusual.isEmpty());
        ListeningState listening = session.playback().listening();
        boolean through =
                listening.throughMaster().get() && listening.mixPlays().get();
        master.setLit(through);
        showWhileLit(master, through);
        preRoll.setCount(session.playback().preRollBars().get());
        showWhileLit(preRoll, session.playback().preRollBars().get() > 0);
    }

    /// A light that has no place while it is dark.
    private void showWhileLit(Light light, boolean lit) {
        if (light.isVisible() != lit) {
            setShown(light, lit);
            fittedWidth = -1;
        }
    }

    /// A light that may have left while it was dark comes back when it is lit.
    private void fitAgainWhenOther(Light light, boolean lit) {
        if (!Boolean.valueOf(lit).equals(light.getProperties().put(FITTED, lit))) {
            fittedWidth = -1;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        if (fittedWidth != getWidth() || fittedPercent != look.percent()) {
            fittedWidth = getWidth();
            fittedPercent = look.percent();
            fit();
        }
        super.layoutChildren();
    }

    /// Lets go, one after the other, of what there is no room for.
    private void fit() {
        List<Runnable> leaving = new ArrayList<>();
        numbers.leaving().forEach(number -> leaving.add(() -> setShown(number, false)));
        leaving.addAll(List.of(
                () -> setShown(autosaved, false),
                () -> load.setFolded(true),
                () -> setShown(meter.getChildren().getFirst(), false),
                () -> setSpacing(look.px(12)),
                () -> time.setSingle(true),
                () -> {
                    setShown(facts, false);
                    songWords.setPrefWidth(look.px(120));
                },
                () -> setShown(savedWords, false),
                () -> setShown(mono, session.playback().mono().get()),
                () -> songWords.setPrefWidth(look.px(96)),
                () -> setShown(numbers, false),
                () -> setShown(meter, false),
                () -> setShown(songWords, false),
                () -> setSpacing(look.px(8)),
                () -> setShown(steps, false),
                () -> setShown(about, false),
                () -> setShown(solo, model.soloed() > 0),
                () -> setShown(more, false),
                () -> setShown(redo, false)));
        numbers.leaving().forEach(number -> setShown(number, true));
        for (Node node : List.of(
                autosaved,
                facts,
                savedWords,
                meter.getChildren().getFirst(),
                mono,
                numbers,
                meter,
                songWords,
                steps,
                about,
                solo,
                more,
                redo)) {
            setShown(node, true);
        }
        setSpacing(look.px(16));
        songWords.setMinWidth(look.px(96));
        songWords.setPrefWidth(look.px(168));
        load.setFolded(false);
        time.setSingle(false);
        for (Runnable step : leaving) {
            // Not the cached one: it is of before the last step.
            if (computePrefWidth(-1) <= getWidth()) {
                return;
            }
            step.run();
        }
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// What the notes to the mix hang below.
    Node toDos() {
        return toDo.isVisible() ? toDo : numbers.isVisible() ? numbers : steps();
    }

    /// What the list of steps hangs below.
    Node steps() {
        return steps.isVisible() ? steps : undo;
    }

    TimeDisplay time() {
        return time;
    }
}
