package studio.headroom.audio;

/// The shape of a stream of sound: how many frames a second and how many samples a frame.
///
/// @param sampleRate frames per second, 1 Hz to 768 kHz
/// @param channels samples per frame, 1 to 64
public record AudioFormat(int sampleRate, int channels) {
    public static final int MAX_SAMPLE_RATE = 768_000;
    public static final int MAX_CHANNELS = 64;

    public AudioFormat {
        if (sampleRate < 1 || sampleRate > MAX_SAMPLE_RATE) {
            throw new IllegalArgumentException("sample rate of " + sampleRate + " Hz is outside 1 Hz to 768 kHz");
        }
        if (channels < 1 || channels > MAX_CHANNELS) {
            throw new IllegalArgumentException(channels + " channels are outside 1 to " + MAX_CHANNELS);
        }
    }
}
