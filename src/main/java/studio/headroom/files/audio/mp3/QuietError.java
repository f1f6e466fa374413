package studio.headroom.files.audio.mp3;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/// Keeps what jump3r prints from the user: it knows no other way to say that a frame is damaged. Standard error lets
/// everything through but what a thread prints between [#begin()] and [#end()].
final class QuietError {
    /// Per thread: null outside of the library, else whether it has printed anything.
    private static final ThreadLocal<Boolean> PRINTED = new ThreadLocal<>();

    static {
        PrintStream before = System.err;
        Charset charset = before.charset();
        System.setErr(new PrintStream(new Gate(before), true, charset));
    }

    private QuietError() {}

    static void begin() {
        PRINTED.set(Boolean.FALSE);
    }

    /// @return whether this thread printed anything since [#begin()]
    static boolean end() {
        boolean printed = Boolean.TRUE.equals(PRINTED.get());
        PRINTED.remove();
        return printed;
    }

    private static final class Gate extends OutputStream {
        private final PrintStream target;

        Gate(PrintStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            if (!swallowed()) {
                target.write(value);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            if (!swallowed()) {
                target.write(bytes, offset, count);
            }
        }

        @Override
        public void flush() {
            target.flush();
        }

        private static boolean swallowed() {
            if (PRINTED.get() == null) {
                return false;
            }
            PRINTED.set(Boolean.TRUE);
            return true;
        }
    }
}
