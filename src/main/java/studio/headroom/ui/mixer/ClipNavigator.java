package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.project.Strip;

/// Leads from one strip that has clipped to the next. UI thread.
public final class ClipNavigator {
    private final MixerModel mixer;

    ClipNavigator(MixerModel mixer) {
        this.mixer = mixer;
    }

    /// Strips that have clipped since it was forgotten, hidden ones among them, in mixer order, the master last.
    public List<StripModel> all() {
        List<StripModel> found = new ArrayList<>();
        for (Strip strip : mixer.session().history().current().strips()) {
            mixer.strip(strip.id()).filter(each -> each.meter().hasClipped()).ifPresent(found::add);
        }
        if (mixer.master().get().meter().hasClipped()) {
            found.add(mixer.master().get());
        }
        return found;
    }

    /// What [#all()] finds, in a sentence: "Kick and Bass have clipped."
    String words() {
        List<String> names = all().stream().map(StripModel::name).toList();
        return names.size() > 4
                ? names.size() + " strips have clipped."
                : String.join(", ", names) + (names.size() == 1 ? " has clipped." : " have clipped.");
    }

    /// Selects the strip that has clipped and stands behind the one that is selected, or the first. Its folder is
    /// unfolded.
    public void showNext() {
        List<StripModel> found = all();
        if (!found.isEmpty()) {
            int at = mixer.focus().map(found::indexOf).orElse(-1);
            StripModel next = found.get((at + 1) % found.size());
            mixer.folderActions().reveal(next.strip());
            mixer.session().selection().strip(next.id());
        }
    }
}
