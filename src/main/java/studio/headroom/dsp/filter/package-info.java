/// Filters: their design after analog prototypes and their realization.
@NullMarked
package studio.headroom.dsp.filter;

import org.jspecify.annotations.NullMarked;
