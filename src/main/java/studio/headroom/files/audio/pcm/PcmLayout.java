package studio.headroom.files.audio.pcm;

import java.nio.file.Path;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.SampleFormat;

/// Where the samples of an uncompressed file lie and how they are stored.
///
/// @param unsigned whether 8-bit samples are stored with an offset of 128
/// @param dataOffset position of the first sample in bytes
/// @param frames whole frames that are in the file
/// @param timeReference frames since midnight from a `bext` chunk, or -1
record PcmLayout(
        String container,
        AudioFormat format,
        SampleFormat samples,
        boolean bigEndian,
        boolean unsigned,
        long dataOffset,
        long frames,
        long timeReference) {

    int frameBytes() {
        return samples.bytes() * format.channels();
    }

    AudioFileInfo info(Path path) {
        return new AudioFileInfo(path, container, "PCM " + samples.label(), format, samples, frames, timeReference, "");
    }
}
