package studio.headroom.files.audio.external;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.Formats;
import studio.headroom.files.audio.codec.Samples;

/// The first sound of a file as decoded by an `ffmpeg` process, 32-bit float.
///
/// The program is found on the PATH and started without a shell. It may read the one file only: no network, no lists
/// that lead to other files.
public final class FfmpegStream implements AudioFileStream {
    /// Containers that hold sound itself; playlists and concatenations are left out.
    private static final String CONTAINERS =
            "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,dts,eac3,flac,flv,iff,matroska,webm,"
                    + "mov,mp4,m4a,3gp,mp3,mpc,mpc8,mpeg,mpegts,nut,ogg,oma,rm,tak,tta,voc,w64,wav,wv,xwma";
    private static final int STALLED_SECONDS = 60;
    private static final int BLOCK = 4096;

    private final Path path;
    private final Process process;
    private final InputStream in;
    private final AudioFormat format;
    private final byte[] bytes;
    private final StringBuffer errors = new StringBuffer();
    private volatile long waitingSince;
    private volatile boolean stalled;
    private int pendingBytes;
    private long invalid;
    private boolean ended;

    private FfmpegStream(Path program, Path path) throws FileException {
        this.path = path;
        try {
            process = new ProcessBuilder(List.of(
                            program.toString(),
                            "-nostdin",
                            "-v",
                            "error",
                            "-xerror",
                            "-protocol_whitelist",
                            "file,pipe",
                            "-format_whitelist",
                            CONTAINERS,
                            "-i",
                            "file:" + path.toAbsolutePath(),
                            "-map",
                            "0:a:0",
                            "-vn",
                            "-sn",
                            "-dn",
                            "-c:a",
                            "pcm_f32le",
                            "-f",
                            "wav",
                            "pipe:1"))
                    .start();
        } catch (IOException e) {
            throw new AudioFileException("ffmpeg, which is needed to read '" + path + "', cannot be started.", e);
        }
        in = new BufferedInputStream(process.getInputStream(), 1 << 16);
        Thread.ofVirtual().start(this::collectErrors);
        Thread.ofVirtual().start(this::watch);
        AudioFormat found;
        try {
            process.getOutputStream().close();
            found = readHeader();
        } catch (IOException | RuntimeException e) {
            close();
            throw e instanceof FileException known && !(e instanceof AudioFileException) ? known : failed();
        }
        format = found;
        bytes = new byte[BLOCK * format.channels() * 4];
    }

    /// Where ffmpeg lies on the PATH.
    public static Optional<Path> program() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)) {
            try {
                Path candidate = Path.of(folder, windows ? "ffmpeg.exe" : "ffmpeg");
                if (candidate.isAbsolute() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            } catch (InvalidPathException e) {
                // A broken entry of the PATH holds no program.
            }
        }
        return Optional.empty();
    }

    /// @param why what keeps Headroom from reading the file itself
    /// @throws FileException where there is no ffmpeg, with the advice to install it, or where it fails too
    public static FfmpegStream open(Path path, AudioFileException why) throws FileException {
        Path program = program().orElse(null);
        if (program == null) {
            throw new AudioFileException(why.getMessage() + " Install ffmpeg, and it will be read through that.", why);
        }
        return new FfmpegStream(program, path);
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public AudioFileInfo info() {
        return new AudioFileInfo(path, "other", "read through ffmpeg", format, null, -1, -1, "ffmpeg");
    }

    @Override
    public long invalidSamples() {
        return invalid;
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        if (ended) {
            return -1;
        }
        int frameBytes = format.channels() * 4;
        int wanted = Math.min(count, BLOCK) * frameBytes;
        while (pendingBytes < frameBytes) {
            int got = readSome(bytes, pendingBytes, wanted - pendingBytes);
            if (got < 0) {
                ended = true;
                checkExit();
                return -1;
            }
            pendingBytes += got;
        }
        int frames = pendingBytes / frameBytes;
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int ch = 0; ch < format.channels(); ch++) {
            for (int i = 0; i < frames; i++) {
                target[ch][offset + i] = samples.getFloat(i * frameBytes + ch * 4);
            }
        }
        int used = frames * frameBytes;
        System.arraycopy(bytes, used, bytes, 0, pendingBytes - used);
        pendingBytes -= used;
        invalid += Samples.silenceInvalid(target, format.channels(), offset, frames);
        return frames;
    }

    /// The chunks before the samples of the WAV that ffmpeg writes.
    private AudioFormat readHeader() throws IOException {
        readFully(12);
        AudioFormat found = null;
        while (true) {
            ByteBuffer head = readFully(8);
            String id = new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
            int size = head.getInt(4);
            if (id.equals("data") && found != null) {
                return found;
            }
            if (size < 0 || size > 1 << 20) {
                throw new IOException("not a WAV stream");
            }
            ByteBuffer body = readFully(size + (size & 1));
            if (id.equals("fmt ") && size >= 16) {
                found = Formats.check(path, Integer.toUnsignedLong(body.getInt(4)), body.getShort(2));
            }
        }
    }

    private ByteBuffer readFully(int count) throws IOException {
        byte[] block = new byte[count];
        for (int at = 0; at < count; ) {
            int got = readSome(block, at, count - at);
            if (got < 0) {
                throw new EOFException();
            }
            at += got;
        }
        return ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int readSome(byte[] target, int offset, int count) throws IOException {
        waitingSince = System.nanoTime();
        try {
            return in.read(target, offset, count);
        } catch (IOException e) {
            if (stalled) {
                throw failed();
            }
            throw e;
        } finally {
            waitingSince = 0;
        }
    }

    private void checkExit() throws AudioFileException {
        try {
            if (stalled
                    || !process.waitFor(STALLED_SECONDS, TimeUnit.SECONDS)
                    || process.exitValue() != 0
                    || pendingBytes > 0) {
                throw failed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed();
        }
    }

    private AudioFileException failed() {
        try {
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String[] lines = errors.toString().strip().split("\\R");
        String last = stalled
                ? "it does not answer"
                : lines[lines.length - 1]
                        .replace("file:", "")
                        .replace(path.toAbsolutePath() + ": ", "")
                        .strip();
        return new AudioFileException("'" + path + "' is no sound that Headroom or ffmpeg can read"
                + (last.isEmpty() ? "." : ": " + last.substring(0, Math.min(200, last.length())) + ".")
                + " Look whether it is the right file, or export it as WAV or FLAC.");
    }

    private void collectErrors() {
        try (InputStream stream = process.getErrorStream()) {
            byte[] block = new byte[1024];
            for (int got; (got = stream.read(block)) >= 0; ) {
                if (errors.length() < 4096) {
                    errors.append(new String(block, 0, got, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // The process has been ended.
        }
    }

    /// Ends a process that gives nothing for a minute while it is waited for.
    private void watch() {
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                long since = waitingSince;
                if (since != 0 && System.nanoTime() - since > TimeUnit.SECONDS.toNanos(STALLED_SECONDS)) {
                    stalled = true;
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            in.close();
        } catch (IOException e) {
            // There is nothing to lose.
        }
    }
}
