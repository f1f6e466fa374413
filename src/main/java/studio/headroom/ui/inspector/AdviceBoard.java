package studio.headroom.ui.inspector;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The one piece of advice that is shown: the most urgent that was not dismissed. It stays a while after its cause is
/// gone, so that it can be read, and its numbers do not run. What was dismissed stays away from that strip for as long
/// as the song is open. UI thread.
final class AdviceBoard {
    private static final double STAY_SECONDS = 4;
    private static final double RENEW_SECONDS = 2;

    private record Dismissed(String strip, Advice.Kind kind) {}

    private final Set<Dismissed> dismissed = new HashSet<>();
    private String strip = "";
    private Optional<Advice> shown = Optional.empty();
    private double gone;
    private double age;

    Optional<Advice> shown() {
        return shown;
    }

    /// Takes in what was found.
    ///
    /// @param stripId of the strip that it was found on
    /// @param seconds since the last time
    /// @return whether something else is shown now
    boolean take(String stripId, List<Advice> found, double seconds) {
        Optional<Advice> before = shown;
        if (!stripId.equals(strip)) {
            strip = stripId;
            shown = Optional.empty();
            gone = 0;
        }
        Optional<Advice> first = found.stream()
                .filter(advice -> !dismissed.contains(new Dismissed(stripId, advice.kind())))
                .findFirst();
        age += seconds;
        if (first.isEmpty()) {
            gone += seconds;
            if (gone > STAY_SECONDS) {
                shown = first;
            }
        } else {
            gone = 0;
            boolean another =
                    shown.isEmpty() || shown.get().kind() != first.get().kind();
            if (another || age >= RENEW_SECONDS) {
                shown = first;
                age = 0;
            }
        }
        return !shown.equals(before);
    }

    /// Takes away what is shown, for that strip for good.
    void dismiss() {
        shown.ifPresent(advice -> dismissed.add(new Dismissed(strip, advice.kind())));
        shown = Optional.empty();
    }
}
