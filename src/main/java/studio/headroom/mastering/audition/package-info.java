/// How a master is listened to: prints, chain and references as one song that the player plays.
@NullMarked
package studio.headroom.mastering.audition;

import org.jspecify.annotations.NullMarked;
