/// The edits of a project, each a pure function with a name that people read, and the history that undoes them.
@NullMarked
package studio.headroom.project.edit;

import org.jspecify.annotations.NullMarked;
