/// Sound files of every kind that Headroom reads and writes, behind one door: [AudioFiles].
@NullMarked
package studio.headroom.files.audio;

import org.jspecify.annotations.NullMarked;
