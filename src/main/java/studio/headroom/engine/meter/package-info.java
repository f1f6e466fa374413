/// What the audio thread shows of its work: levels of strips and of the master, how long rendering takes, what came
/// late.
@NullMarked
package studio.headroom.engine.meter;

import org.jspecify.annotations.NullMarked;
