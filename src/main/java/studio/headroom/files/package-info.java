/// The project format, import, audio codecs and tags: everything that reads or writes the disk.
@NullMarked
package studio.headroom.files;

import org.jspecify.annotations.NullMarked;
