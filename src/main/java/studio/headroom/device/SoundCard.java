package studio.headroom.device;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;

/// An output of `javax.sound`. It is looked up again whenever it is opened, as the system numbers its devices anew when
/// one comes or goes: so one that was unplugged and is back can be opened again.
final class SoundCard implements OutputDevice {
    /// Of a device that says it takes many formats only so many are tried.
    private static final int MOST_TRIED = 6;

    private final String id;
    private final String name;
    private final OutputScan scan;

    SoundCard(FoundOutput found, OutputScan scan) {
        this.id = found.id();
        this.name = found.name();
        this.scan = scan;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OutputLine open(OutputRequest request) throws DeviceException {
        List<FoundOutput> outputs = scan.outputs();
        FoundOutput output = outputs.stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DeviceException(
                        "'" + name + "' is not there any more. Connect it again, or choose another output."));
        List<AudioFormat> formats = output.formats().candidates(request);
        if (formats.isEmpty()) {
            List<FoundOutput> others = outputs.stream()
                    .filter(other -> !other.formats().candidates(request).isEmpty())
                    .toList();
            throw new DeviceException(output.formats().refusal(name, request, others));
        }
        try {
            SourceDataLine line = scan.patience()
                    .within(
                            "open " + id,
                            scan.limits().opening(),
                            () -> open(output.mixer(), formats, request),
                            SourceDataLine::close);
            return new SoundCardLine(name, line, request, scan.limits());
        } catch (TimeoutException e) {
            throw new DeviceException(
                    "'" + name + "' does not answer. Connect it again or restart its sound server, or choose another"
                            + " output.",
                    e);
        } catch (ExecutionException e) {
            throw refused(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static SourceDataLine open(Mixer mixer, List<AudioFormat> formats, OutputRequest request)
            throws LineUnavailableException {
        LineUnavailableException unavailable = new LineUnavailableException();
        for (AudioFormat format : formats.subList(0, Math.min(formats.size(), MOST_TRIED))) {
            try {
                SourceDataLine line = (SourceDataLine) mixer.getLine(new DataLine.Info(SourceDataLine.class, format));
                line.open(format, request.blocks() * request.blockFrames() * format.getFrameSize());
                return line;
            } catch (LineUnavailableException | IllegalArgumentException e) {
                unavailable = as(e);
            }
        }
        throw unavailable;
    }

    private static LineUnavailableException as(Exception e) {
        if (e instanceof LineUnavailableException unavailable) {
            return unavailable;
        }
        LineUnavailableException unavailable = new LineUnavailableException(e.getMessage());
        unavailable.initCause(e);
        return unavailable;
    }

    private DeviceException refused(Throwable e) {
        String said = said(e);
        return switch (e) {
            case LineUnavailableException busy ->
                new DeviceException(
                        "'" + name + "' cannot be opened" + said
                                + ". It may be in use by another program: close that, or choose another output.",
                        e);
            case SecurityException forbidden ->
                new DeviceException(
                        "'" + name + "' may not be used by this program" + said
                                + ". Allow it in the system's settings, or choose another output.",
                        e);
            default ->
                new DeviceException(
                        "'" + name + "' fails when it is opened" + said
                                + ". Connect it again, or choose another output.",
                        e);
        };
    }

    /// The driver's own words, where it has any.
    private static String said(@Nullable Throwable e) {
        String message = e == null ? null : e.getMessage();
        return message == null || message.isBlank()
                ? ""
                : " (" + message.strip().replaceAll("\\.$", "") + ")";
    }
}
