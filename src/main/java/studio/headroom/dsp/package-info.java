/// Signal mathematics, without threads, files or parameters. Planar float buffers in and out.
@NullMarked
package studio.headroom.dsp;

import org.jspecify.annotations.NullMarked;
