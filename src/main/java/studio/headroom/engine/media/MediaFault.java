package studio.headroom.engine.media;

import studio.headroom.project.Media;

/// A sound file that could not be read while it was played.
///
/// @param message names the file and the cure
/// @param failing whether it is so still; it is tried again and again, for a file may come back
public record MediaFault(Media media, String message, boolean failing) {}
