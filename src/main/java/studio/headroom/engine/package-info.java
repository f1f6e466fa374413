/// Compiles a project to a render graph and renders it: routing, automation, delay compensation. The only code that
/// makes sound, live and offline.
@NullMarked
package studio.headroom.engine;

import org.jspecify.annotations.NullMarked;
