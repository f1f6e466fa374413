package studio.headroom.ui.mixer;

import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.automation.Address;
import studio.headroom.project.Insert;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.song.SongSession;

/// One effect of a strip, as its slot shows it.
public final class InsertModel {
    private final SongControl bypass;
    private Insert insert;

    InsertModel(SongSession session, String strip, String stripName, Insert insert) {
        this.insert = insert;
        String id = insert.id();
        bypass = new SongControl(
                session,
                StripControls.BYPASS,
                stripName + " " + label(insert) + " bypass",
                "Lets the sound pass this effect by, at the same time and without a click.",
                new Address(strip, id, StripControls.BYPASS.id()),
                () -> value -> InsertEdits.bypass(id, value >= 0.5));
    }

    /// The name of an effect's type; of one that this program does not know, the type itself.
    static String label(Insert insert) {
        return Catalogue.find(insert.type()).map(EffectType::label).orElse(insert.type());
    }

    void take(Insert now) {
        insert = now;
    }

    SongControl control() {
        return bypass;
    }

    public String id() {
        return insert.id();
    }

    public Insert insert() {
        return insert;
    }

    public String label() {
        return label(insert);
    }

    public ControlModel bypass() {
        return bypass.model();
    }

    public boolean isOn() {
        return !bypass.model().isOn();
    }

    /// Null for an effect that this program does not know.
    public @Nullable EffectType type() {
        return Catalogue.find(insert.type()).orElse(null);
    }
}
