/// The command line: one class for each command, words in, words or one JSON object out.
@NullMarked
package studio.headroom.app.cli;

import org.jspecify.annotations.NullMarked;
