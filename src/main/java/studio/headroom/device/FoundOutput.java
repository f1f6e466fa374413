package studio.headroom.device;

import javax.sound.sampled.Mixer;

/// A mixer that plays, as it was found.
///
/// @param standard whether it is the one that the system prefers
record FoundOutput(String id, String name, boolean standard, Mixer mixer, LineFormats formats) {}
