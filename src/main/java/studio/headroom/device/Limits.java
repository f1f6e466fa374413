package studio.headroom.device;

/// How long drivers are waited for, in ms.
///
/// @param asking until one says what it has
/// @param opening until a line is open
/// @param starting until a line that has just been filled takes more: servers and wireless devices wake up slowly
/// @param playing until a line that plays takes more; on a busy machine drivers have been seen to pause for two seconds
record Limits(long asking, long opening, long starting, long playing) {
    static final Limits USUAL = new Limits(3000, 5000, 5000, 3000);
}
