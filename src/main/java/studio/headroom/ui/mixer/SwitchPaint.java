package studio.headroom.ui.mixer;

import java.util.LinkedHashSet;
import java.util.Set;
import studio.headroom.engine.automation.Address;
import studio.headroom.project.Group.Link;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.GroupEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.song.SongSession;

/// Mutes or solos painted over strips: what the first one is turned to, all become that the pointer passes. All of it
/// is one step of undo. UI thread.
public final class SwitchPaint {
    private final SongSession session;
    private final MixerModel mixer;
    private final Set<String> painted = new LinkedHashSet<>();
    private Link what = Link.MUTE;
    private boolean on;
    private boolean painting;

    SwitchPaint(SongSession session, MixerModel mixer) {
        this.session = session;
        this.mixer = mixer;
    }

    /// Turns a strip's mute or solo over, with those that move with it, and begins to paint.
    ///
    /// @param switches [Link#MUTE] or [Link#SOLO]
    /// @return false where it cannot be painted, since automation takes it or solos are exclusive; nothing is done
    /// then
    boolean begin(String id, Link switches) {
        end();
        boolean taken = switches == Link.MUTE
                ? session.playback().takesMoves(new Address(id, id, StripControls.MUTE.id()))
                : mixer.solos().exclusive().get();
        StripModel strip = mixer.strip(id).orElse(null);
        if (taken || strip == null) {
            return false;
        }
        what = switches;
        on = !(switches == Link.MUTE ? strip.mute() : strip.solo()).isOn();
        painting = true;
        session.history().begin();
        paint(mixer.movedWith(id, switches));
        return true;
    }

    /// The pointer has come to a strip.
    void over(String id) {
        if (painting && !painted.contains(id)) {
            paint(GroupEdits.linked(session.history().current(), Set.of(id), what));
        }
    }

    private void paint(Set<String> ids) {
        painted.addAll(ids);
        Set<String> all = Set.copyOf(painted);
        Edit edit = what == Link.MUTE ? StripEdits.mute(all, on) : StripEdits.solo(all, on);
        session.history().apply(edit);
    }

    void end() {
        if (painting) {
            painting = false;
            painted.clear();
            session.history().end();
            mixer.solos().remember();
        }
    }
}
