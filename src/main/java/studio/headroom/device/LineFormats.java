package studio.headroom.device;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.SourceDataLine;
import studio.headroom.engine.output.OutputRequest;

/// What a mixer says it takes: signed PCM of 16, 24 or 32 packed bits. Rates and channels may be left open in it, which
/// means that any may be tried.
///
/// @param offered in the mixer's order
record LineFormats(List<AudioFormat> offered) {
    /// Best first.
    private static final List<Integer> WIDTHS = List.of(32, 24, 16);

    /// What is listed of a device that says nothing about its channels.
    private static final int USUAL_CHANNELS = 2;

    LineFormats {
        offered = List.copyOf(offered);
    }

    static LineFormats of(Line.Info... lines) {
        return new LineFormats(Arrays.stream(lines)
                .filter(line -> line instanceof DataLine.Info && line.getLineClass() == SourceDataLine.class)
                .flatMap(line -> Arrays.stream(((DataLine.Info) line).getFormats()))
                .filter(LineFormats::isUsable)
                .toList());
    }

    private static boolean isUsable(AudioFormat format) {
        int bits = format.getSampleSizeInBits();
        int channels = format.getChannels();
        int frame = format.getFrameSize();
        boolean packed = frame == AudioSystem.NOT_SPECIFIED
                || channels == AudioSystem.NOT_SPECIFIED
                || frame == channels * bits / 8;
        return AudioFormat.Encoding.PCM_SIGNED.equals(format.getEncoding()) && WIDTHS.contains(bits) && packed;
    }

    boolean isEmpty() {
        return offered.isEmpty();
    }

    List<Integer> rates() {
        return OutputDevices.RATES.stream()
                .filter(rate -> offered.stream().anyMatch(format -> takesRate(format, rate)))
                .toList();
    }

    List<Integer> bits() {
        return offered.stream()
                .map(AudioFormat::getSampleSizeInBits)
                .distinct()
                .sorted()
                .toList();
    }

    int channels() {
        return offered.stream()
                .mapToInt(format ->
                        format.getChannels() == AudioSystem.NOT_SPECIFIED ? USUAL_CHANNELS : format.getChannels())
                .max()
                .orElse(0);
    }

    /// Formats to try for a request, the best first; none when it cannot be met. Stereo goes before more channels and
    /// those before mono, then more bits before fewer, then the byte order of this machine.
    List<AudioFormat> candidates(OutputRequest request) {
        List<AudioFormat> found = new ArrayList<>();
        for (int channels : channelCounts(request.firstChannel())) {
            for (int bits : widths(request.bits())) {
                Stream.of(
                                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN,
                                ByteOrder.nativeOrder() != ByteOrder.BIG_ENDIAN)
                        .filter(bigEndian -> offers(request.sampleRate(), bits, channels, bigEndian))
                        .findFirst()
                        .ifPresent(bigEndian ->
                                found.add(new AudioFormat(request.sampleRate(), bits, channels, true, bigEndian)));
            }
        }
        return found;
    }

    private static List<Integer> widths(int bits) {
        return bits == 0 ? WIDTHS : List.of(bits);
    }

    private List<Integer> channelCounts(int firstChannel) {
        int needed = firstChannel + 2;
        List<Integer> counts = new ArrayList<>(offered.stream()
                .map(AudioFormat::getChannels)
                .map(count -> count == AudioSystem.NOT_SPECIFIED ? needed : count)
                .filter(count -> count >= needed)
                .distinct()
                .sorted()
                .toList());
        if (firstChannel == 0) {
            counts.add(1);
        }
        return counts;
    }

    private boolean offers(int rate, int bits, int channels, boolean bigEndian) {
        return offered.stream()
                .anyMatch(format -> takesRate(format, rate)
                        && format.getSampleSizeInBits() == bits
                        && takesChannels(format, channels)
                        && format.isBigEndian() == bigEndian);
    }

    private static boolean takesRate(AudioFormat format, int rate) {
        return format.getSampleRate() == AudioSystem.NOT_SPECIFIED || format.getSampleRate() == rate;
    }

    private static boolean takesChannels(AudioFormat format, int channels) {
        return format.getChannels() == AudioSystem.NOT_SPECIFIED || format.getChannels() == channels;
    }

    /// Why there are no [#candidates], and what helps. The rate is that of the song, which nobody can choose.
    ///
    /// @param name of the device
    /// @param others that do what is asked for, the system's own choice first
    String refusal(String name, OutputRequest request, List<FoundOutput> others) {
        if (offered.stream().noneMatch(format -> takesRate(format, request.sampleRate()))) {
            return "'" + name + "' cannot play " + request.sampleRate() + " Hz; it takes " + offeredRates() + " Hz. "
                    + others.stream()
                            .findFirst()
                            .map(LineFormats::instead)
                            .orElse("No other output that is connected can: connect one that does.");
        }
        boolean anyChannels = offered.stream().anyMatch(format -> format.getChannels() == AudioSystem.NOT_SPECIFIED);
        if (request.firstChannel() > 0 && !anyChannels && channels() < request.firstChannel() + 2) {
            return "'" + name + "' has no channels " + (request.firstChannel() + 1) + " and "
                    + (request.firstChannel() + 2) + "; it has " + channels()
                    + ". Choose a pair that it has, or another output.";
        }
        if (request.bits() != 0 && !bits().contains(request.bits())) {
            return "'" + name + "' does not take " + request.bits() + " bit; it takes " + list(bits())
                    + " bit. Choose one of these, or another output.";
        }
        return "'" + name + "' does not take this mixture of rate, bits and channels. Leave bits and channels to it, or"
                + " choose another output.";
    }

    private static String instead(FoundOutput other) {
        return other.standard()
                ? "Choose the system's output ('" + other.id() + "'), which can."
                : "Choose another output, such as '" + other.name() + "', which can.";
    }

    private String offeredRates() {
        return list(offered.stream()
                .map(format -> Math.round(format.getSampleRate()))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String list(Iterable<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        numbers.forEach(number -> text.append(text.isEmpty() ? "" : ", ").append(number));
        return text.toString();
    }
}
