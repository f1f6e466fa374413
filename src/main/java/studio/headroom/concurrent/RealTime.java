package studio.headroom.concurrent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Code that runs on the audio thread: it allocates nothing, takes no lock, waits for nothing, logs nothing, reads
/// no file and throws nothing on purpose. It calls only other `@RealTime` code and the intrinsics of the platform.
/// On a type it covers all of its methods. Checked by tests on the byte code and by allocation counters.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RealTime {}
