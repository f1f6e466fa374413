package studio.headroom.mastering.deliver;

import java.nio.file.Path;
import studio.headroom.files.audio.codec.Tags;

/// An item with its place and its tags.
public record DeliveryFile(Path path, DeliveryItem item, Tags tags) {
    /// The same with another name.
    public DeliveryFile at(Path other) {
        return new DeliveryFile(other, item, tags);
    }
}
