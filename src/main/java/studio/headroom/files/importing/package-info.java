/// Bringing sound files into a project: decoded and resampled once, named and colored, all or nothing.
@NullMarked
package studio.headroom.files.importing;

import org.jspecify.annotations.NullMarked;
