package studio.headroom.ui.master.rack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Insert;
import studio.headroom.project.Mastering;
import studio.headroom.project.Project;
import studio.headroom.project.Snapshot;
import studio.headroom.project.compare.Difference;
import studio.headroom.project.compare.EffectNames;
import studio.headroom.project.compare.ProjectDifference;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.song.SongHistory;

/// The four chains that a mastering can change between. UI thread.
public final class ChainSlots {
    private static final EffectNames NAMES = new EffectNames() {
        @Override
        public String label(String type) {
            return Catalogue.find(type).map(EffectType::label).orElse(type);
        }

        @Override
        public Optional<ParamSet> controls(String type) {
            return Catalogue.find(type).map(EffectType::params);
        }
    };
    private static final int TOLD = 6;

    private final SongHistory history;

    ChainSlots(SongHistory history) {
        this.history = history;
    }

    private Mastering mastering() {
        return history.current().mastering();
    }

    /// The letter of the chain that is worked on.
    public String active() {
        return mastering().slot();
    }

    /// The chain in a slot; empty for one that was never used.
    public Optional<List<Insert>> in(String letter) {
        return letter.equals(active())
                ? Optional.of(mastering().chain())
                : Optional.ofNullable(mastering().slots().get(letter));
    }

    /// Goes on with the chain of another slot; one that was never used begins with the present chain.
    public void choose(String letter) {
        if (!letter.equals(active())) {
            history.apply(MasteringEdits.slot(letter));
        }
    }

    /// Keeps a copy of the present chain in a slot, and goes on with the present one.
    public void copyTo(String letter) {
        if (!letter.equals(active())) {
            history.apply(MasteringEdits.copyToSlot(letter));
        }
    }

    /// The next slot that was never used; else the one behind the present one, in a circle.
    public String next() {
        List<String> all = Snapshot.SLOTS;
        int at = all.indexOf(active());
        for (int i = 1; i < all.size(); i++) {
            String letter = all.get((at + i) % all.size());
            if (in(letter).isEmpty()) {
                return letter;
            }
        }
        return all.get((at + 1) % all.size());
    }

    /// What a chain has otherwise than the present one, in words, the most important first; empty where they are alike.
    public List<String> differences(String letter) {
        Project now = history.current();
        List<Insert> other = in(letter).orElse(List.of());
        return ProjectDifference.between(now, now.withMastering(mastering().withChain(other)), NAMES).stream()
                .map(Difference::text)
                .map(text -> text.replaceFirst("^Mastering: ", "")
                        .replaceFirst(" (added to|removed from) Mastering$", " $1 the chain"))
                .toList();
    }

    /// What a slot is, for an explanation.
    public String words(String letter) {
        if (letter.equals(active())) {
            return "The chain that is worked on.";
        }
        if (in(letter).isEmpty()) {
            return "Never used. A click goes on here with a copy of the present chain.";
        }
        List<String> found = differences(letter);
        if (found.isEmpty()) {
            return "The same as the present chain.";
        }
        String more = found.size() > TOLD ? String.format(Locale.ROOT, "%nand %d more", found.size() - TOLD) : "";
        return "There: " + String.join("\n", found.subList(0, Math.min(TOLD, found.size()))) + more;
    }
}
