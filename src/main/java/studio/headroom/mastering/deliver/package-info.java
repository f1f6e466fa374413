/// Delivery: one print through the mastering chain once, into any number of files, each measured, named, tagged and
/// reported.
@NullMarked
package studio.headroom.mastering.deliver;

import org.jspecify.annotations.NullMarked;
