package studio.headroom.ui.editor.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.song.Bypasses;
import studio.headroom.ui.song.SongHistory;

/// The effects of a strip, or of the mastering, in their order. UI thread.
public final class ChainModel {
    /// In place of a strip's id.
    public static final String MASTERING = "";

    private final SongHistory history;
    private final String stripId;

    /// @param stripId the strip's, or [#MASTERING]
    public ChainModel(SongHistory history, String stripId) {
        this.history = history;
        this.stripId = stripId;
    }

    /// The chain that an effect is in.
    public static ChainModel of(SongHistory history, String insertId) {
        return new ChainModel(
                history,
                Strips.ofInsert(history.current(), insertId).map(Strip::id).orElse(MASTERING));
    }

    public SongHistory history() {
        return history;
    }

    public Optional<Strip> strip() {
        return Strips.byId(history.current(), stripId);
    }

    public boolean isMastering() {
        return stripId.equals(MASTERING);
    }

    public List<Insert> inserts() {
        return isMastering()
                ? history.current().mastering().chain()
                : strip().map(Strip::inserts).orElse(List.of());
    }

    /// What an effect is called.
    public static String name(Insert insert) {
        return Catalogue.find(insert.type()).map(Names::effect).orElse(insert.type());
    }

    /// What it is called where there is hardly any room.
    public static String briefName(Insert insert) {
        return Catalogue.find(insert.type()).map(Names::briefEffect).orElse(insert.type());
    }

    /// Whether this program knows the effect, and so has an editor for it.
    public static boolean isKnown(Insert insert) {
        return Catalogue.find(insert.type()).isPresent();
    }

    /// Adds an effect at the end.
    ///
    /// @return its id; empty when that was not possible
    public Optional<String> add(EffectType type) {
        Project before = history.current();
        int end = inserts().size();
        boolean done = history.apply(
                isMastering() ? InsertEdits.addToMastering(type.id(), end) : InsertEdits.add(stripId, type.id(), end));
        return done && !before.equals(history.current())
                ? Optional.of(inserts().getLast().id())
                : Optional.empty();
    }

    /// Moves an effect to a place.
    ///
    /// @param index where it stands afterwards
    public void move(String insertId, int index) {
        history.apply(
                isMastering()
                        ? InsertEdits.moveInMastering(insertId, index)
                        : InsertEdits.move(insertId, stripId, index));
    }

    /// Copies an effect to a place.
    ///
    /// @param index where the copy stands
    public void copy(String insertId, int index) {
        history.apply(
                isMastering()
                        ? InsertEdits.copyToMastering(insertId, index)
                        : InsertEdits.copy(insertId, stripId, index));
    }

    /// Whether there are effects and all of them are bypassed.
    public boolean isBypassed() {
        return !inserts().isEmpty() && !Bypasses.anyOn(inserts());
    }

    /// Bypasses all effects, or switches those on again that were.
    public void turnAll() {
        history.bypasses().turn(stripId, owner(), inserts());
    }

    public void remove(String insertId) {
        history.apply(InsertEdits.remove(insertId));
    }

    public void turn(Insert insert) {
        history.apply(InsertEdits.bypass(insert.id(), !insert.bypassed()));
    }

    /// Whose chain it is.
    public String owner() {
        return isMastering() ? "Mastering" : strip().map(Strip::name).orElse("");
    }

    /// What the owner is: "Track 12 → Vox".
    public String place() {
        if (isMastering()) {
            return "behind the print";
        }
        Project song = history.current();
        return strip().map(strip ->
                        kind(song, strip) + (strip.id().equals(song.master().id()) ? "" : " → " + output(song, strip)))
                .orElse("");
    }

    private static String kind(Project song, Strip strip) {
        if (strip.id().equals(song.master().id())) {
            return "The mix";
        }
        List<String> alike = song.strips().stream()
                .filter(other -> other.kind() == strip.kind())
                .map(Strip::id)
                .toList();
        String word =
                strip.kind().name().charAt(0) + strip.kind().name().substring(1).toLowerCase(Locale.ROOT);
        return word + " " + (alike.indexOf(strip.id()) + 1);
    }

    private static String output(Project song, Strip strip) {
        return Stream.ofNullable(strip.output())
                .flatMap(id -> Strips.byId(song, id).stream())
                .map(Strip::name)
                .findFirst()
                .orElse(song.master().name());
    }
}
