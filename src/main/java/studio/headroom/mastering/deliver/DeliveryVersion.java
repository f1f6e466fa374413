package studio.headroom.mastering.deliver;

import java.nio.file.Path;
import java.util.List;

/// A version of a song that is to be delivered.
///
/// @param name what tells it from the others, such as "Instrumental"; that of the song itself may be empty
/// @param print its sound
/// @param files in the order of the items, which are those of all versions
public record DeliveryVersion(String name, Path print, List<DeliveryFile> files) {
    public DeliveryVersion {
        files = List.copyOf(files);
    }
}
