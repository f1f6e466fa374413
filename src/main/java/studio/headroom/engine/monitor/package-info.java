/// What lies between the mix and the listener's ears and is never part of a render: what is listened to, how loud, on
/// which loudspeaker, and how loud beside what it is compared with.
@NullMarked
package studio.headroom.engine.monitor;

import org.jspecify.annotations.NullMarked;
