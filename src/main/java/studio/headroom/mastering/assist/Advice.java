package studio.headroom.mastering.assist;

import java.util.List;
import studio.headroom.project.Insert;

/// What the assistant would do with a print.
///
/// @param chain ordinary effects in order, ending with the limiter
/// @param lufs integrated loudness to master to
/// @param moves what was changed and why
/// @param findings what stands out, to be mended here or in the mix
/// @param notes what else is worth knowing, in words
/// @param before the print
/// @param after the print through the chain up to the limiter
/// @param corridor what it was compared with
public record Advice(
        List<Insert> chain,
        double lufs,
        List<Move> moves,
        List<Finding> findings,
        List<String> notes,
        PrintAnalysis before,
        PrintAnalysis after,
        Corridor corridor) {
    public Advice {
        chain = List.copyOf(chain);
        moves = List.copyOf(moves);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }
}
