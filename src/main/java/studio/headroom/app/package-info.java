/// Main, log and command line: what puts the other rooms together.
@NullMarked
package studio.headroom.app;

import org.jspecify.annotations.NullMarked;
