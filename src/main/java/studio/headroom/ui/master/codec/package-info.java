/// Hearing what a lossy format makes of the master before it is delivered.
@NullMarked
package studio.headroom.ui.master.codec;

import org.jspecify.annotations.NullMarked;
