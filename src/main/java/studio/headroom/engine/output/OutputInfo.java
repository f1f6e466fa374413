package studio.headroom.engine.output;

import java.util.List;

/// An output as it is listed.
///
/// @param id what settings and the command line call it
/// @param name for people
/// @param standard whether it is the one that the system prefers
/// @param rates those of the usual ones that it says it takes, in Hz, ascending
/// @param bits widths of samples that it says it takes: 16, 24, 32, ascending
/// @param channels the most that it says it has
public record OutputInfo(
        String id, String name, boolean standard, List<Integer> rates, List<Integer> bits, int channels) {
    public OutputInfo {
        rates = List.copyOf(rates);
        bits = List.copyOf(bits);
    }
}
