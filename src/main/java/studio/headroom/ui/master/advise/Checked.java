package studio.headroom.ui.master.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.mastering.check.Finding;
import studio.headroom.mastering.check.FindingKind;
import studio.headroom.mastering.check.QualityReport;
import studio.headroom.mastering.check.Remedy;
import studio.headroom.mastering.prints.Print;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;
import studio.headroom.ui.master.advise.CheckModel.Row;
import studio.headroom.ui.master.advise.CheckModel.Sound;

/// What was checked, and what was found in it.
///
/// @param ends what of the print and of its master was delivered
/// @param whole the print from its beginning to its end
/// @param ofPrint what of it is delivered
/// @param ofMaster what of its master is delivered
record Checked(
        Print print,
        List<Insert> chain,
        Ends ends,
        QualityReport whole,
        QualityReport ofPrint,
        QualityReport ofMaster) {
    /// What a master is meant to be.
    private static final Set<FindingKind> NOT_OF_MASTERS = EnumSet.of(FindingKind.LIMITED);
    /// What a chain can mend, so that the master shows whether it has.
    private static final Set<FindingKind> MENDABLE = EnumSet.of(
            FindingKind.DC_OFFSET,
            FindingKind.IMBALANCE,
            FindingKind.LOW_END_PHASE,
            FindingKind.MONO_LOSS,
            FindingKind.OVER_FULL_SCALE);

    /// What is in the sound itself: cuts and fades mend none of it, so that what is delivered alone tells.
    private static final Set<FindingKind> NOT_OF_ENDS =
            EnumSet.of(FindingKind.PADDED_BITS, FindingKind.LOSSY, FindingKind.UPSAMPLED);

    private static final String CHAIN = "the chain";
    private static final String DELIVERY = "the delivery";

    /// The ceiling that the chain promises.
    static OptionalDouble ceiling(List<Insert> chain) {
        if (chain.isEmpty()
                || !chain.getLast().type().equals("limiter")
                || chain.getLast().bypassed()) {
            return OptionalDouble.empty();
        }
        ParamSet params = Catalogue.find("limiter").orElseThrow().params();
        return OptionalDouble.of(chain.getLast().values().get(params.get(params.indexOf("ceiling"))));
    }

    /// What was found, the worst first; what is mended last.
    ///
    /// @param now what is delivered by now
    List<Row> rows(Ends now) {
        List<Row> found = new ArrayList<>();
        List<Finding> master = chain.isEmpty()
                ? List.of()
                : ofMaster.findings().stream()
                        .filter(finding -> !NOT_OF_MASTERS.contains(finding.kind()))
                        .toList();
        for (Finding finding : ofPrint.findings()) {
            Finding still = of(finding.kind(), master);
            String mender = trimmed(still == null ? finding : still, now)
                    ? DELIVERY
                    : !chain.isEmpty() && still == null && MENDABLE.contains(finding.kind()) ? CHAIN : "";
            Finding told = still == null ? finding : still;
            Sound where = still == null ? Sound.PRINT : Sound.BOTH;
            found.add(row(where, told, mender, Remedy.of(finding, still != null, ceiling(chain))));
        }
        for (Finding finding : master) {
            if (of(finding.kind(), ofPrint.findings()) == null) {
                String mender = trimmed(finding, now) ? DELIVERY : "";
                found.add(row(Sound.MASTER, finding, mender, Remedy.of(finding, true, ceiling(chain))));
            }
        }
        for (Finding finding : whole.findings()) {
            FindingKind kind = finding.kind();
            if (!NOT_OF_ENDS.contains(kind)
                    && found.stream().noneMatch(row -> row.finding().kind() == kind)) {
                found.add(row(Sound.PRINT, finding, DELIVERY, Optional.empty()));
            }
        }
        found.sort(Comparator.comparing(Row::mended)
                .thenComparing(row -> row.finding().severity(), Comparator.reverseOrder())
                .thenComparing(row -> row.finding().kind()));
        return List.copyOf(found);
    }

    private static Row row(Sound sound, Finding finding, String mender, Optional<Remedy> remedy) {
        return new Row(sound, finding, mender, mender.isEmpty() ? remedy : Optional.empty());
    }

    private static @Nullable Finding of(FindingKind kind, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /// Whether what is delivered by now goes without a finding; what was delivered when it was checked had it.
    private boolean trimmed(Finding finding, Ends now) {
        return !now.equals(ends) && Remedy.isMendedBy(now, finding);
    }

    /// All that was looked for.
    Set<FindingKind> lookedFor() {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        kinds.addAll(ofPrint.lookedFor());
        kinds.addAll(ofMaster.lookedFor());
        return kinds;
    }

    /// Whether a finding is about all that was checked.
    boolean isEverywhere(Finding finding) {
        return ofPrint.isEverywhere(finding) || whole.isEverywhere(finding);
    }
}
