/// What a print becomes in its mastering chain, measured and drawn by an offline render while one works on it.
@NullMarked
package studio.headroom.mastering.sight;

import org.jspecify.annotations.NullMarked;
