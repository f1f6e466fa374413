/// The document: immutable records that say what is to be heard, and the edits that make one document from another.
///
/// Effects are named by type id and plain values, never by class. Times are frames of the project's sample rate.
@NullMarked
package studio.headroom.project;

import org.jspecify.annotations.NullMarked;
