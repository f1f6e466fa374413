/// What a song is made of when it sounds, before anything is allocated: strips, their effects, the ways between them,
/// and what joins and leaves when one song follows another while it plays. Pure functions of documents.
@NullMarked
package studio.headroom.engine.plan;

import org.jspecify.annotations.NullMarked;
