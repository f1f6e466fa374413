package studio.headroom.project;

import org.jspecify.annotations.Nullable;

/// A finished piece of music to hold a master against.
///
/// @param media the sound, a file of the project at its rate; its id is the reference's
/// @param name for people
/// @param region what of it is compared and played over and over, in its own frames; null for all of it
public record Reference(Media media, String name, @Nullable Span region) {
    public Reference {
        if (region != null && region.end() > media.frames()) {
            throw new InvalidProjectException("the region of the reference '" + name + "' ends after its sound");
        }
    }

    public String id() {
        return media.id();
    }

    public Reference withName(String changed) {
        return new Reference(media, changed, region);
    }

    public Reference withRegion(@Nullable Span changed) {
        return new Reference(media, name, changed);
    }
}
