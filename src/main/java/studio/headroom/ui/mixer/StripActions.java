package studio.headroom.ui.mixer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Routing;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripCopies;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.TrackColor;

/// What menus, keys and drags do with strips. Each is one step of undo; where a strip is selected with others, those
/// come along. UI thread.
public final class StripActions {
    private final SongSession session;
    private final MixerModel mixer;

    StripActions(SongSession session, MixerModel mixer) {
        this.session = session;
        this.mixer = mixer;
    }

    private Project song() {
        return session.history().current();
    }

    /// A strip and those selected with it, in mixer order; the master only if it is the one.
    private List<String> withSelection(String id) {
        Set<String> all = mixer.movedWith(id, null);
        List<String> order =
                song().strips().stream().map(Strip::id).filter(all::contains).toList();
        return order.isEmpty() ? List.of(id) : order;
    }

    private void each(String id, String name, java.util.function.Function<String, Edit> edit) {
        List<String> ids = withSelection(id);
        if (ids.size() == 1) {
            session.history().apply(edit.apply(ids.getFirst()));
        } else {
            session.history()
                    .apply(Edit.sequence(
                            name + " of " + ids.size() + " strips",
                            ids.stream().map(edit).toList()));
        }
    }

    // ---- new ones ----

    /// Adds a strip behind the last of its kind, selects it and asks for its name. A new return has a color of its own.
    public void add(Kind kind) {
        Set<String> before = ids();
        session.history().begin("Add " + kind.name().toLowerCase(java.util.Locale.ROOT));
        addStrip(kind);
        session.history().end();
        added(before).ifPresent(id -> {
            session.selection().strip(id);
            mixer.made(id);
        });
    }

    private Optional<String> added(Set<String> before) {
        return ids().stream().filter(id -> !before.contains(id)).findFirst();
    }

    private void addStrip(Kind kind) {
        int count = mixer.count(kind);
        String word =
                switch (kind) {
                    case TRACK -> "Track ";
                    case BUS -> "Bus ";
                    case RETURN -> "Return ";
                    case MASTER -> throw new IllegalArgumentException("a song has one master");
                };
        int at = 0;
        List<Strip> strips = song().strips();
        for (int i = 0; i < strips.size(); i++) {
            at = strips.get(i).kind().ordinal() <= kind.ordinal() ? i + 1 : at;
        }
        session.history().apply(StripEdits.add(kind, word + (count + 1), at));
        if (kind == Kind.RETURN) {
            String id = song().strips().get(at).id();
            session.history()
                    .apply(StripEdits.recolor(id, TrackColor.ofReturn(count).id()));
        }
    }

    private Set<String> ids() {
        return song().strips().stream().map(Strip::id).collect(Collectors.toSet());
    }

    /// A bus that the strip and those selected with it feed from then on; asks for its name.
    public void busOf(String id) {
        Set<String> before = ids();
        session.history().apply(StripCopies.busOf("Bus", Set.copyOf(withSelection(id))));
        added(before).ifPresent(mixer::made);
    }

    public void duplicate(String id) {
        each(id, "Duplicates", StripCopies::duplicate);
    }

    public void delete(String id) {
        List<String> ids = withSelection(id);
        if (!ids.equals(List.of(song().master().id()))) {
            session.history().apply(StripEdits.delete(Set.copyOf(ids)));
        }
    }

    /// Deletes the strips that are selected, but never the master.
    public void deleteSelected() {
        Set<String> ids = deletable();
        if (!ids.isEmpty()) {
            session.history().apply(StripEdits.delete(ids));
        }
    }

    /// Whether something is selected that can be deleted.
    boolean canDelete() {
        return !deletable().isEmpty();
    }

    private Set<String> deletable() {
        Set<String> selected = Set.copyOf(session.selection().strips().get());
        return ids().stream().filter(selected::contains).collect(Collectors.toSet());
    }

    // ---- looks ----

    public void rename(String id, String name) {
        if (!name.isBlank()) {
            session.history().apply(StripEdits.rename(id, name.strip()));
        }
    }

    public void color(String id, TrackColor color) {
        each(id, "Color", each -> StripEdits.recolor(each, color.id()));
    }

    public void icon(String id, String icon) {
        each(id, "Icon", each -> StripEdits.icon(each, icon));
    }

    public void wide(String id, boolean wide) {
        each(id, "Width", each -> StripEdits.wide(each, wide));
    }

    /// Makes all strips wide or narrow; narrow ones stay so where they would fit wide.
    public void allWide(boolean wide) {
        mixer.spread().set(wide);
        session.history()
                .apply(Edit.sequence(
                        wide ? "All strips wide" : "All strips narrow",
                        song().strips().stream()
                                .map(strip -> StripEdits.wide(strip.id(), wide))
                                .toList()));
    }

    public void hide(String id) {
        session.history().apply(StripEdits.hide(Set.copyOf(withSelection(id)), true));
    }

    /// Hides one strip or shows it again.
    public void setHidden(String id, boolean hidden) {
        session.history().apply(StripEdits.hide(Set.of(id), hidden));
    }

    /// Shows what is selected and hides the rest.
    public void showSelected() {
        Set<String> selected = Set.copyOf(session.selection().strips().get());
        Set<String> rest = ids().stream().filter(id -> !selected.contains(id)).collect(Collectors.toSet());
        Set<String> shown = ids().stream().filter(selected::contains).collect(Collectors.toSet());
        if (!shown.isEmpty()) {
            session.history()
                    .apply(Edit.sequence(
                            "Show only what is selected",
                            List.of(StripEdits.hide(rest, true), StripEdits.hide(shown, false))));
        }
    }

    public void showAll() {
        Set<String> hidden = song().strips().stream()
                .filter(strip -> strip.look().hidden())
                .map(Strip::id)
                .collect(Collectors.toSet());
        session.history().apply(StripEdits.hide(hidden, false));
    }

    public void notes(String id, String notes) {
        session.history().apply(StripEdits.notes(id, notes));
    }

    /// Lets a strip, and those of its kind that are selected with it, stand before another one of its kind.
    public void reorder(String id, String before) {
        new StripOrder(session.history(), withSelection(id)).before(id, before);
    }

    /// Lets a strip, and those of its kind that are selected with it, stand behind all others of their kind.
    public void reorderToEnd(String id) {
        new StripOrder(session.history(), withSelection(id)).toEnd(id);
    }

    /// Unmutes all strips.
    public void clearMutes() {
        Set<String> muted = song().strips().stream()
                .filter(strip -> strip.controls().isOn(StripControls.MUTE))
                .map(Strip::id)
                .collect(Collectors.toSet());
        if (!muted.isEmpty()) {
            session.history().apply(StripEdits.mute(muted, false));
        }
    }

    // ---- ways ----

    /// The buses that a strip may feed.
    public List<Strip> outputs(String id) {
        return targets(strip -> Routing.mayOutput(song(), id, strip.id()));
    }

    /// The returns and buses that a strip may send to and does not yet.
    public List<Strip> sendTargets(String id) {
        Optional<Strip> from = song().strip(id);
        return targets(strip -> Routing.maySend(song(), id, strip.id())
                && from.isPresent()
                && from.get().sends().stream().noneMatch(send -> send.target().equals(strip.id())));
    }

    private List<Strip> targets(java.util.function.Predicate<Strip> allowed) {
        return song().strips().stream()
                .filter(strip -> strip.kind() != Kind.TRACK)
                .filter(allowed)
                .sorted(java.util.Comparator.comparing(strip -> strip.kind() == Kind.RETURN ? 0 : 1))
                .toList();
    }

    public void output(String id, @Nullable String bus) {
        each(id, "Output", each -> StripEdits.output(each, bus));
    }

    public void addSend(String id, String target) {
        each(
                id,
                "Sends",
                each -> skip(
                        SendEdits.add(each, target),
                        song -> song.strip(each)
                                .filter(strip -> strip.sends().stream()
                                        .noneMatch(send -> send.target().equals(target)))
                                .filter(strip -> Routing.maySend(song, each, target))
                                .isPresent()));
    }

    /// An edit that is left out where it is not to be made.
    private static Edit skip(Edit edit, java.util.function.Predicate<Project> wanted) {
        UnaryOperator<Project> change = song -> wanted.test(song) ? edit.apply(song) : song;
        return new Edit(edit.name(), change, song -> wanted.test(song) ? edit.nameIn(song) : edit.name());
    }

    /// Adds a return and sends there.
    public void sendToNewReturn(String id) {
        session.history().begin("Send to a new return");
        Set<String> before = ids();
        addStrip(Kind.RETURN);
        ids().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .ifPresent(made -> session.history().apply(SendEdits.add(id, made)));
        session.history().end();
    }

    public void removeSend(String send) {
        session.history().apply(SendEdits.remove(send));
    }

    public void preFader(String send, boolean pre) {
        session.history().apply(SendEdits.preFader(send, pre));
    }

    public void soloSafe(String id, boolean safe) {
        each(id, "Solo safe", each -> StripEdits.soloSafe(each, safe));
    }

    // ---- effects ----

    /// Adds an effect to a strip and to those selected with it; there behind what they have.
    public void addInsertToAll(String id, String type, int index) {
        List<String> ids = withSelection(id);
        if (ids.size() == 1) {
            addInsert(id, type, index);
            return;
        }
        String label = Catalogue.find(type).map(EffectType::label).orElse(type);
        session.history()
                .apply(Edit.sequence(
                        "Add " + label + " to " + ids.size() + " strips",
                        ids.stream()
                                .map(each -> InsertEdits.add(each, type, each.equals(id) ? index : Integer.MAX_VALUE))
                                .toList()));
    }

    /// How many strips an action at one reaches: itself and those selected with it.
    int reach(String id) {
        return withSelection(id).size();
    }

    public void addInsert(String strip, String type, int index) {
        session.history().apply(InsertEdits.add(strip, type, index));
    }

    /// Moves or copies an effect.
    ///
    /// @param index where it is put among those that the strip has now
    public void dropInsert(String insert, String toStrip, int index, boolean copy) {
        if (copy) {
            session.history().apply(InsertEdits.copy(insert, toStrip, index));
            return;
        }
        int at = index;
        Strip to = toStrip.equals(song().master().id())
                ? song().master()
                : song().strip(toStrip).orElse(song().master());
        for (int i = 0; i < to.inserts().size(); i++) {
            if (to.inserts().get(i).id().equals(insert)) {
                if (i == index || i + 1 == index) {
                    return;
                }
                at = i < index ? index - 1 : index;
            }
        }
        session.history().apply(InsertEdits.move(insert, toStrip, at));
    }

    public void replaceInsert(String insert, String type) {
        session.history().apply(InsertEdits.replace(insert, type));
    }

    public void removeInsert(String insert) {
        session.history().apply(InsertEdits.remove(insert));
    }

    /// Bypasses all effects of a strip, or switches those on again that were.
    public void bypassAll(String id) {
        mixer.strip(id)
                .ifPresent(strip -> session.history()
                        .bypasses()
                        .turn(id, strip.name(), strip.strip().inserts()));
    }

    /// Lets all mono tracks of the song follow a pan law.
    public void panLaw(PanLaw law) {
        if (session.history().current().panLaw() != law) {
            session.history().apply(SongEdits.panLaw(law));
        }
    }
}
