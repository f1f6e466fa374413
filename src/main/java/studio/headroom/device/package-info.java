/// Sound cards through `javax.sound.sampled`, and what stands in for one: a device that only keeps time, and a file.
@NullMarked
package studio.headroom.device;

import org.jspecify.annotations.NullMarked;
