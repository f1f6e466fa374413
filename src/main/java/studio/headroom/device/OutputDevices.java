package studio.headroom.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.engine.output.Outputs;

/// The outputs of this machine, and what stands in for one. Any thread but the audio thread; asks the system anew each
/// time, so that what is plugged in later is found.
public final class OutputDevices implements Outputs {
    /// The sample rates that outputs are asked about, in Hz.
    public static final List<Integer> RATES = List.of(44_100, 48_000, 88_200, 96_000, 176_400, 192_000);

    private static final String WITHOUT_CARD =
            "'" + NullDevice.ID + "' (no sound, keeps time) or '" + FileDevice.PREFIX + "OUT.wav' (records it)";

    private static final String IN_PREFERENCES = "in the preferences, under Sound.";

    private final OutputScan scan;
    private final SinkFactory files;

    OutputDevices(Mixers mixers, Limits limits, SinkFactory files) {
        this.scan = new OutputScan(mixers, limits);
        this.files = files;
    }

    /// @param files what makes the file of `file:OUT.wav`
    public static OutputDevices ofSystem(SinkFactory files) {
        return new OutputDevices(Mixers.ofSystem(), Limits.USUAL, files);
    }

    /// The system's own choice first, the null device last; on a machine without outputs only that. A mixer that does
    /// not answer within seconds is left out.
    @Override
    public List<OutputInfo> list() {
        List<OutputInfo> list = new ArrayList<>();
        for (FoundOutput output : scan.outputs()) {
            LineFormats formats = output.formats();
            list.add(new OutputInfo(
                    output.id(),
                    output.name(),
                    output.standard(),
                    formats.rates(),
                    formats.bits(),
                    formats.channels()));
        }
        list.add(new OutputInfo(NullDevice.ID, new NullDevice().name(), false, RATES, List.of(16, 24, 32), 2));
        return list;
    }

    /// The output that a user names: by its id, its name, or a part of one of these that no other has; `default`,
    /// `null` and `file:OUT.wav` among them. Upper and lower case are the same.
    ///
    /// @throws DeviceException when there is none or more than one; lists what there is
    @Override
    public OutputDevice find(String wanted) throws DeviceException {
        String text = wanted.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals(NullDevice.ID)) {
            return new NullDevice();
        }
        if (lower.startsWith(FileDevice.PREFIX)) {
            return file(text.substring(FileDevice.PREFIX.length()).strip());
        }
        List<FoundOutput> outputs = scan.outputs();
        if (outputs.isEmpty()) {
            throw new DeviceException(
                    "there is no sound output on this machine. Connect one, or choose " + WITHOUT_CARD + ".",
                    "there is no sound output on this machine. Connect one, then choose it " + IN_PREFERENCES);
        }
        List<Predicate<FoundOutput>> waysToName = List.of(
                output -> output.id().equals(lower),
                output -> lower(output.name()).equals(lower),
                output -> !lower.isEmpty()
                        && (output.id().contains(lower) || lower(output.name()).contains(lower)));
        for (Predicate<FoundOutput> way : waysToName) {
            List<FoundOutput> named = outputs.stream().filter(way).toList();
            if (named.size() == 1) {
                return new SoundCard(named.getFirst(), scan);
            }
            if (named.size() > 1) {
                throw new DeviceException(
                        "'" + text + "' may be any of " + names(named) + ". Choose one by what stands in front.",
                        "the output “" + text + "” may be any of several. Choose one " + IN_PREFERENCES);
            }
        }
        throw new DeviceException(
                "there is no output '" + text + "'. There are " + names(outputs) + ", and " + WITHOUT_CARD + ".",
                "the output “" + text + "” is not there. Connect it and open the song again, or choose another one "
                        + IN_PREFERENCES);
    }

    @Override
    public OutputDevice silent() {
        return new NullDevice();
    }

    private OutputDevice file(String path) throws DeviceException {
        if (path.isEmpty()) {
            throw new DeviceException(
                    "'" + FileDevice.PREFIX + "' needs the name of a file, as in '" + FileDevice.PREFIX + "OUT.wav'.");
        }
        return new FileDevice(path, files);
    }

    private static String names(List<FoundOutput> outputs) {
        return outputs.stream()
                .map(output -> "'" + output.id() + "' (" + output.name() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
