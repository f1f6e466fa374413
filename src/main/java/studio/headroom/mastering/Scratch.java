package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.ScratchAudio;

/// Where sound lies between two steps of a job.
public final class Scratch {
    private Scratch() {}

    /// @throws IOException that names the folder for temporary files and the cure
    public static ScratchAudio audio(AudioFormat format) throws IOException {
        return new ScratchAudio(format, folder());
    }

    /// The folder for temporary files.
    public static Path folder() {
        return folder(System.getProperty("java.io.tmpdir", "."), System.getenv());
    }

    /// The folder for temporary files: the one that the virtual machine was told, or `TMPDIR`, which it passes over.
    static Path folder(String machine, Map<String, String> environment) {
        String named = environment.getOrDefault("TMPDIR", "");
        return Path.of(machine.equals("/tmp") && !named.isBlank() ? named : machine);
    }
}
