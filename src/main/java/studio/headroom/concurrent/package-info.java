/// How threads meet without locks, and the mark on code that must never wait.
@NullMarked
package studio.headroom.concurrent;

import org.jspecify.annotations.NullMarked;
