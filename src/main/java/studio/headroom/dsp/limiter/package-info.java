/// From the gain that peaks ask for to a gain that may be heard.
@NullMarked
package studio.headroom.dsp.limiter;

import org.jspecify.annotations.NullMarked;
