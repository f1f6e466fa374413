package studio.headroom.ui.song;

/// How the user wants to hear.
///
/// @param device what [studio.headroom.engine.output.Outputs#find] finds it by
/// @param blockFrames frames of one write, 16 to 16384
public record SoundSettings(String device, int blockFrames) {
    public static final SoundSettings DEFAULT = new SoundSettings("default", 512);
}
