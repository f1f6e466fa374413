/// Gives advice for a master: what a print measures, what a style or a reference is like, and the settings of ordinary
/// effects that lead from one towards the other, each with its reason.
@NullMarked
package studio.headroom.mastering.assist;

import org.jspecify.annotations.NullMarked;
