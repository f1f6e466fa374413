package studio.headroom.ui.timeline;

import static studio.headroom.ui.timeline.MenuItems.as;
import static studio.headroom.ui.timeline.MenuItems.checked;
import static studio.headroom.ui.timeline.MenuItems.enabled;
import static studio.headroom.ui.timeline.MenuItems.item;
import static studio.headroom.ui.timeline.MenuItems.menu;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.edit.EnvelopeEdits;
import studio.headroom.ui.theme.Look;

/// What a right click on a clip offers, and the fields to type what belongs to one. UI thread.
final class ClipMenu {
    private static final double WIDTH = 140;

    private final Look look;
    private final TimelineModel model;
    private final TimelineActions actions;
    private final TimelinePanels panels;
    private final Node lanes;

    /// @param lanes where clips are shown
    ClipMenu(Look look, TimelineModel model, TimelineActions actions, TimelinePanels panels, Node lanes) {
        this.look = look;
        this.model = model;
        this.actions = actions;
        this.panels = panels;
        this.lanes = lanes;
    }

    List<MenuItem> items() {
        ClipActions clips = actions.clips();
        List<MenuItem> items = new ArrayList<>();
        List<Clip> chosen = model.selectedClips();
        items.add(menu(
                "Split and join",
                item("Split at the playhead", clips::split),
                enabled(item("Split at the selected time", clips::splitAtTime), model.time() != null),
                enabled(item("Join", clips::join), chosen.size() > 1),
                item("Strip silence…", panels::silence)));
        items.add(menu(
                "Copy and paste",
                item("Cut", actions::cut),
                item("Copy", actions::copy),
                item("Paste at the playhead", actions::paste),
                item("Duplicate", clips::duplicate)));
        items.add(as("delete", item("Delete", actions::delete)));
        items.add(as("rippleDelete", item("Delete and close the gap", clips::rippleDelete)));
        items.add(new SeparatorMenuItem());
        boolean muted = chosen.stream().allMatch(Clip::muted);
        items.add(as("mute", item(muted ? "Unmute clip" : "Mute clip", clips::mute)));
        items.add(item("Reverse", clips::reverse));
        items.add(menu(
                "Gain",
                as("type", item("Type…", this::typeGain)),
                item("0 dB", actions::resetGain),
                as("gainPoint", item("Point at the playhead", clips::gainPoint)),
                enabled(
                        item("No envelope", clips::clearEnvelopes),
                        chosen.stream().anyMatch(clip -> !clip.envelope().isEmpty())),
                item("Normalize…", panels::normalize)));
        items.add(fades(true));
        items.add(fades(false));
        items.add(enabled(item("Cross-fade neighbors", clips::crossFade), chosen.size() > 1));
        items.add(new SeparatorMenuItem());
        items.add(item("Detect tempo, beats and key…", panels::detect));
        items.add(as("renameClip", item("Rename…", this::rename)));
        Menu colors = MenuItems.colors(look, "Color", clips::color);
        colors.getItems().addFirst(item("Of the track", () -> clips.color("")));
        items.add(colors);
        items.add(new SeparatorMenuItem());
        items.addAll(modes());
        return items;
    }

    /// Of a point of a clip's gain envelope; nothing where there is none.
    List<MenuItem> ofPoint(Hit.OnClip hit) {
        return hit.point() < 0
                ? List.of()
                : List.of(
                        item("Gain of the point…", () -> typeGain(hit.point())),
                        item("Delete the point", () -> model.apply(EnvelopeEdits.remove(hit.clip(), hit.point()))),
                        new SeparatorMenuItem());
    }

    /// How edits reach beyond what is selected.
    List<MenuItem> modes() {
        EditModes modes = model.modes();
        Menu ripple = menu("Ripple");
        for (EditModes.Ripple each : EditModes.Ripple.values()) {
            String words =
                    switch (each) {
                        case OFF -> "Off";
                        case TRACK -> "What follows on the track";
                        case ALL -> "All tracks, markers and the loop";
                    };
            ripple.getItems().add(checked(look, modes.ripple() == each, words, () -> modes.ripple(each)));
        }
        return List.of(
                ripple,
                checked(
                        look,
                        modes.groupsTogether(),
                        "Edit grouped tracks together",
                        () -> modes.groupsTogether(!modes.groupsTogether())),
                checked(
                        look,
                        modes.automationFollows(),
                        "Automation follows clips",
                        () -> modes.automationFollows(!modes.automationFollows())));
    }

    private Menu fades(boolean in) {
        Menu menu = menu(
                in ? "Fade in" : "Fade out",
                item("Length…", () -> typeFade(in)),
                as(
                        in ? "fadeIn" : "fadeOut",
                        item(
                                in ? "Up to the playhead" : "From the playhead",
                                () -> actions.clips().fadeToPlayhead(in))),
                item("None", () -> actions.clips().fadeLength(0, in)),
                new SeparatorMenuItem());
        List<Fade.Shape> now = model.selectedClips().stream()
                .map(clip -> in ? clip.fadeIn() : clip.fadeOut())
                .filter(fade -> fade.frames() > 0)
                .map(Fade::shape)
                .distinct()
                .toList();
        for (Fade.Shape shape : Fade.Shape.values()) {
            menu.getItems()
                    .add(checked(
                            look, now.equals(List.of(shape)), word(shape), () -> actions.fadeShape(shape, in, !in)));
        }
        return menu;
    }

    static String word(Fade.Shape shape) {
        return switch (shape) {
            case LINEAR -> "Linear";
            case EQUAL_POWER -> "Constant power";
            case S_CURVE -> "S-curve";
            case SLOW -> "Slow (as a logarithm)";
        };
    }

    private interface Taken {
        void take(String text);
    }

    /// Opens a field over the first of the selected clips.
    private void prompt(String name, String text, Taken taken) {
        List<Clip> chosen = model.selectedClips();
        if (chosen.isEmpty()) {
            return;
        }
        Clip clip = chosen.getFirst();
        double x = Math.clamp(
                model.scale().x(clip.start()), 0, Math.max(0, model.scale().width() - WIDTH));
        double y = model.clip(clip.id())
                .flatMap(
                        placed -> model.rows().of(Row.Kind.TRACK, placed.strip().id()))
                .map(row -> row.y() - model.top())
                .orElse(0.0);
        TextPrompt.open(look, lanes, x, Math.max(0, y), WIDTH, name, text, taken::take);
    }

    void rename() {
        String now = model.selectedClips().stream().findFirst().map(Clip::name).orElse("");
        prompt("Name of the clip", now, text -> actions.clips().rename(text.strip()));
    }

    void typeGain() {
        double now =
                model.selectedClips().stream().findFirst().map(Clip::gainDb).orElse(0.0);
        prompt(
                "Gain of the clip",
                Unit.DECIBEL.format(now),
                text -> actions.clips().gain(Unit.DECIBEL.parse(text)));
    }

    /// Types the gain of a point of the first selected clip's envelope, or of the clips themselves.
    ///
    /// @param point -1 for the clips
    void typeGain(int point) {
        Clip clip = model.selectedClips().stream().findFirst().orElse(null);
        if (point < 0 || clip == null || point >= clip.envelope().points().size()) {
            typeGain();
            return;
        }
        prompt(
                "Gain of the point",
                Unit.DECIBEL.format(clip.envelope().points().get(point).db()),
                text -> model.apply(EnvelopeEdits.set(clip.id(), point, Unit.DECIBEL.parse(text))));
    }

    private void typeFade(boolean in) {
        long frames = model.selectedClips().stream()
                .findFirst()
                .map(clip -> (in ? clip.fadeIn() : clip.fadeOut()).frames())
                .orElse(0L);
        String now = Unit.MILLISECOND.format(1000.0 * frames / model.song().sampleRate());
        prompt(in ? "Length of the fade-in" : "Length of the fade-out", now, text -> {
            double millis = Unit.MILLISECOND.parse(text);
            if (!(millis >= 0)) {
                throw new IllegalArgumentException("A fade lasts 0 ms or longer.");
            }
            actions.clips().fadeLength(millis, in);
        });
    }
}
