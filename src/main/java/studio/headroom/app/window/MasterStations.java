package studio.headroom.app.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.audition.Levels;
import studio.headroom.mastering.check.Mark;
import studio.headroom.mastering.references.ReferenceCurve;
import studio.headroom.mastering.sight.Reduction;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.mastering.sight.SoundSight;
import studio.headroom.project.ToDo;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.master.MasterPlace;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.master.MasterSound;
import studio.headroom.ui.master.advise.AdviseCommands;
import studio.headroom.ui.master.advise.AssistantDialog;
import studio.headroom.ui.master.advise.AssistantModel;
import studio.headroom.ui.master.advise.CheckModel;
import studio.headroom.ui.master.advise.CheckPanel;
import studio.headroom.ui.master.advise.ComparedReferences;
import studio.headroom.ui.master.advise.ReferenceBar;
import studio.headroom.ui.master.advise.ReferencesModel;
import studio.headroom.ui.master.codec.CodedBar;
import studio.headroom.ui.master.codec.CodedModel;
import studio.headroom.ui.master.deliver.DeliverBox;
import studio.headroom.ui.master.deliver.Deliveries;
import studio.headroom.ui.master.deliver.Expected;
import studio.headroom.ui.master.print.PrintCard;
import studio.headroom.ui.master.print.PrintModel;
import studio.headroom.ui.master.rack.ChainBar;
import studio.headroom.ui.master.rack.ChainSight;
import studio.headroom.ui.master.rack.ChainStart;
import studio.headroom.ui.master.rack.Rack;
import studio.headroom.ui.master.rack.RackModel;
import studio.headroom.ui.master.sight.ComparedSound;
import studio.headroom.ui.master.sight.PrintWave;
import studio.headroom.ui.master.sight.SightColumn;
import studio.headroom.ui.master.sight.SightMark;
import studio.headroom.ui.master.sight.SightModel;
import studio.headroom.ui.master.sight.SoundOverlay;
import studio.headroom.ui.theme.Look;

/// The stations of the Master view of one song, and what they tell each other. Made when the view is shown for the
/// first
/// time. UI thread.
final class MasterStations implements AutoCloseable {
    private final Look look;
    private final MasterSession session;
    private final MasterScreen.Doors doors;
    private final SightModel sight;
    private final RackModel rack;
    private final ReferencesModel references;
    private final CheckModel check;
    private final MasterSound sound;
    private final PrintCard card;
    private final PrintWave wave;
    private final ChainStart start;
    private final ChainBar bar;
    private final Rack editors;
    private final ReferenceBar referenceBar;
    private final SightColumn column;
    private final CodedModel coded;
    private final CodedBar codedBar;
    private final DeliverBox deliver;
    private final Runnable undeliver;
    private final Subscription notes;
    private final AdviseCommands.Open advice;
    private @Nullable MasterPlace place;
    private @Nullable CheckPanel panel;

    /// @param presets folder of the user's presets of effects
    /// @param measuring measures the print that is compared with
    MasterStations(
            Look look,
            Commands commands,
            MasterSession session,
            PrintModel prints,
            Path presets,
            Executor measuring,
            MasterScreen.Doors doors) {
        this.look = look;
        this.session = session;
        this.doors = doors;
        sight = new SightModel(session);
        rack = RackModel.of(session, presets);
        rack.setSight(new RackSight(sight));
        references = new ReferencesModel(session);
        check = new CheckModel(session);
        sound = new MasterSound(
                session.song(),
                prints.print(),
                prints.other(),
                session.hearing(),
                seen(sight),
                references.loudness(),
                look.pulse(),
                measuring,
                Platform::runLater);
        card = new PrintCard(look, prints);
        wave = new PrintWave(look, sight);
        start = new ChainStart(session);
        bar = new ChainBar(look, rack, this::assist, commands);
        editors = new Rack(look, rack, start);
        referenceBar = new ReferenceBar(look, references, session.hearing(), doors.choosers(), doors.home(), commands);
        column = new SightColumn(look, sight);
        Deliveries deliveries = doors.deliveries().get();
        deliver = new DeliverBox(look, deliveries);
        coded = new CodedModel(session);
        sound.setCoded(coded.sound());
        codedBar = new CodedBar(look, coded, commands);
        column.setFoot(new ColumnFoot(look, codedBar, deliver));
        undeliver = deliveries.follow(session, this::expected);
        advice = new AdviseCommands.Open(references, referenceBar::add, this::assist, this::check);
        references.overlay().addListener((observable, before, now) -> showOverlay(now));
        showOverlay(references.overlay().getValue());
        references.compared().compared().addListener((observable, before, now) -> compare(now));
        compare(references.compared().compared().get());
        check.marks().addListener(observable -> showMarks());
        notes = session.song().history().song().subscribe((before, now) -> {
            if (!before.mastering().toDos().equals(now.mastering().toDos())) {
                showMarks();
            }
        });
        showMarks();
    }

    /// What the sight of the whole print says of its loudness.
    private static ObservableValue<MasterSound.@Nullable Seen> seen(SightModel sight) {
        ReadOnlyObjectWrapper<MasterSound.@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();
        sight.sight().addListener((observable, before, now) -> seen.set(seen(now)));
        seen.set(seen(sight.sight().get()));
        return seen.getReadOnlyProperty();
    }

    private static MasterSound.@Nullable Seen seen(@Nullable Sight sight) {
        return sight == null ? null : new MasterSound.Seen(level(sight.print()), level(sight.master()));
    }

    private static Levels.Level level(SoundSight sound) {
        return new Levels.Level(sound.report().integratedLufs(), sound.report().truePeakDbtp());
    }

    /// What the rack asks of the sight.
    private record RackSight(SightModel sight) implements ChainSight {
        @Override
        public Optional<Reduction> reduction(String insertId) {
            return sight.reduction(insertId);
        }

        @Override
        public double addsLu() {
            Sight now = sight.sight().get();
            return now == null ? Double.NaN : now.addedLu();
        }

        @Override
        public Runnable observe(Runnable observer) {
            javafx.beans.InvalidationListener listener = observable -> observer.run();
            sight.sight().addListener(listener);
            return () -> sight.sight().removeListener(listener);
        }
    }

    /// What the files of a delivery follow from.
    private @Nullable Expected expected() {
        Sight now = sight.sight().get();
        return now == null || sight.looking().get()
                ? null
                : new Expected(
                        now.master().report().integratedLufs(),
                        now.master().report().truePeakDbtp());
    }

    private void compare(ComparedReferences.@Nullable Compared now) {
        sight.bands().compared().set(now == null ? null : new ComparedSound(now.name(), now.tone()));
    }

    private void showOverlay(@Nullable ReferenceCurve curve) {
        sight.overlay()
                .set(
                        curve == null
                                ? null
                                : new SoundOverlay(
                                        "reference “" + curve.reference().name() + "”",
                                        curve.spectrum(),
                                        curve.tone().lufs()));
    }

    /// Notes to the mix and findings of the check, on the waveform.
    private void showMarks() {
        List<SightMark> marks = new ArrayList<>();
        for (ToDo note : session.song().history().current().mastering().toDos()) {
            if (!note.done()) {
                marks.add(new SightMark(note.frame(), SightMark.Kind.TO_DO, note.text()));
            }
        }
        for (Mark mark : check.marks().get()) {
            marks.add(new SightMark(
                    mark.from(),
                    switch (mark.severity()) {
                        case INFO -> SightMark.Kind.NOTE;
                        case WARNING -> SightMark.Kind.WARNING;
                        case ERROR -> SightMark.Kind.ERROR;
                    },
                    mark.words()));
        }
        sight.marks().setAll(marks);
    }

    private void assist() {
        if (session.print().getValue() == null) {
            doors.failures().accept("The assistant listens to a print. Print the mix first.");
            return;
        }
        AssistantDialog.open(look, doors.overlay().get(), new AssistantModel(session));
    }

    /// Opens the quality check over the right column, or closes it.
    void check() {
        MasterPlace shown = place;
        if (shown == null) {
            return;
        }
        CheckPanel open = panel;
        if (open != null) {
            panel = null;
            shown.setDrawer(null);
            open.close();
        } else {
            CheckPanel made = new CheckPanel(look, check, this::check);
            panel = made;
            shown.setDrawer(made);
            made.requestFocus();
        }
    }

    /// What the place is made of.
    MasterPlace.Stations stations() {
        return new MasterPlace.Stations(card, wave, bar, referenceBar, editors, column);
    }

    /// They stand in a place from now on.
    void in(MasterPlace now) {
        place = now;
        references.items().addListener(observable -> showReferences());
        references.adding().addListener(observable -> showReferences());
        showReferences();
    }

    private void showReferences() {
        MasterPlace shown = place;
        if (shown != null) {
            shown.setAnyReferences(
                    !references.items().get().isEmpty() || references.adding().get() != null);
        }
    }

    /// The place is shown, or another one is.
    void show(boolean now) {
        sound.show(now);
        coded.show(now);
    }

    CodedModel coded() {
        return coded;
    }

    MasterSound sound() {
        return sound;
    }

    RackModel rack() {
        return rack;
    }

    AdviseCommands.Open advice() {
        return advice;
    }

    SightModel sight() {
        return sight;
    }

    @Override
    public void close() {
        CheckPanel open = panel;
        if (open != null) {
            open.close();
        }
        notes.unsubscribe();
        undeliver.run();
        codedBar.close();
        deliver.close();
        sound.close();
        coded.close();
        column.close();
        referenceBar.close();
        editors.close();
        bar.close();
        start.close();
        wave.close();
        card.close();
        check.close();
        references.close();
        rack.close();
        sight.close();
    }
}
