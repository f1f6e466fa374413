/// Finished music to hold a master against: what it measures, as a whole and in any part.
@NullMarked
package studio.headroom.mastering.references;

import org.jspecify.annotations.NullMarked;
