package studio.headroom.files.audio.aac;

import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;

/// The AAC frames of a file, whatever lies around them.
interface AacPackets {
    String container();

    /// The AudioSpecificConfig (ISO 14496-3, 1.6.2.1).
    byte[] config();

    /// What the file says about the sound's beginning and end, in frames of [#timescale()]; -1 for an unknown length.
    long start();

    long length();

    /// Units of [#start()] and [#length()] per second.
    long timescale();

    /// The next frame, or null behind the last.
    byte @Nullable [] next() throws FileException;
}
