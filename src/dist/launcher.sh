#!/bin/sh
# Starts Headroom: the window without arguments, the command line with them.

self=$0
case $self in */*) ;; *) self=./$self ;; esac
[ -L "$self" ] && self=$(readlink -f "$self")
home=${self%/*}/..
app=$home/lib/app
java=$home/lib/runtime/bin/java

# Options meant for another JVM are not for this one.
unset JDK_JAVA_OPTIONS
# In the C locale a JVM cannot open files whose names are not plain ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

# What plays gets a collector that does not make it wait; the other commands one that starts small.
case "$#:${1-}:${2-}" in
    0:* | *:open:* | *:play:* | *:bench:live | *:bench:window)
        options='@LIVE_OPTIONS@'
        cache=@LIVE_CACHE@
        ;;
    *)
        options='@COMMAND_OPTIONS@'
        cache=@COMMAND_CACHE@
        ;;
esac
# HEADROOM_JAVA_OPTIONS: more options for the JVM, for measuring and for hunting faults.
exec "$java" $options "-XX:AOTCache=$app/$cache" $HEADROOM_JAVA_OPTIONS -classpath "@CLASS_PATH@" @MAIN_CLASS@ "$@"
