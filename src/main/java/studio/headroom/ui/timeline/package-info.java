/// The timeline of the Mix view: clips, automation, markers and loop over time, as view models that know no toolkit and
/// views that paint them.
@NullMarked
package studio.headroom.ui.timeline;

import org.jspecify.annotations.NullMarked;
