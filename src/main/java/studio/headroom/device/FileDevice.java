package studio.headroom.device;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;

/// Records what would have been heard, in stereo, as fast as it comes.
public final class FileDevice implements OutputDevice {
    /// How its id begins; the path follows.
    public static final String PREFIX = "file:";

    private final String path;
    private final SinkFactory files;

    public FileDevice(String path, SinkFactory files) {
        this.path = path;
        this.files = files;
    }

    @Override
    public String id() {
        return PREFIX + path;
    }

    @Override
    public String name() {
        return "File " + path;
    }

    /// The width of samples is that of the sink, whatever is asked for.
    @Override
    public OutputLine open(OutputRequest request) throws DeviceException {
        SampleSink sink;
        try {
            sink = files.create(path, request.sampleRate());
        } catch (IOException e) {
            throw new DeviceException(
                    "'" + path + "' cannot be recorded: " + reason(e) + ". Choose another file or folder.", e);
        }
        if (!sink.format().equals(new AudioFormat(request.sampleRate(), 2))) {
            throw new IllegalArgumentException("a sink for " + sink.format() + " instead of stereo");
        }
        return new FileLine(path, sink);
    }

    static String reason(IOException e) {
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        if (said != null && !said.isBlank()) {
            return said.strip().replaceAll("\\.$", "");
        }
        return switch (e) {
            case NoSuchFileException missing -> "its folder does not exist";
            case AccessDeniedException denied -> "it may not be written";
            default -> "the system refuses it";
        };
    }
}
