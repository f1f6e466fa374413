package studio.headroom.concurrent;

import org.jspecify.annotations.Nullable;

/// The control side's line to the audio thread: a published value (the graph) and a queue of moves written for it,
/// with the one order in which the audio thread may take them.
///
/// **Mark first, graph second.** A command is sent after the graph that it was written for was published. So once
/// the queue's mark is taken, the graph taken next is at least as new as every command before that mark. The other
/// way round, a graph and a command for it may both arrive in between, and the command would be applied to an older
/// graph. [#begin] keeps that order; the audio thread takes commands by [#next] only.
///
/// **Who writes:** one control thread at a time ([#publish], [#send], [#flush], and [#published]'s collecting).
/// **Who reads:** the audio thread ([#begin], [#next], [#finish]). **Ordering and progress:** as [SpscQueue] and
/// [Published].
///
/// @param <T> what is published
public final class LiveLink<T> {
    private final SpscQueue queue;
    private final CommandSender sender;
    private final Published<T> published = new Published<>();
    private long mark;

    /// @param capacity commands between two blocks that can be held without coalescing; a power of two
    public LiveLink(int capacity) {
        queue = new SpscQueue(capacity);
        sender = new CommandSender(queue);
    }

    /// Makes a value the one to be used. Commands for it are to be sent after this. Control thread.
    ///
    /// @return its revision
    public long publish(T value) {
        return published.publish(value);
    }

    /// Sends a move. Control thread.
    public void send(int node, int param, double value) {
        sender.send(node, param, value);
    }

    /// Sends what had to wait. Control thread, regularly.
    ///
    /// @return whether nothing waits any more
    public boolean flush() {
        return sender.flush();
    }

    /// For collecting and draining. Control thread.
    public Published<T> published() {
        return published;
    }

    /// Begins a block: fixes which commands belong to it, then takes the value that they are for. Audio thread.
    ///
    /// @return the value in use from now on, or null when none has been published
    @RealTime
    public Published.@Nullable Edition<T> begin() {
        mark = queue.mark();
        return published.take();
    }

    /// Takes the next command of this block; then [#node], [#param] and [#value] tell it. Audio thread.
    ///
    /// @return false when there is none left
    @RealTime
    public boolean next() {
        return queue.next(mark);
    }

    @RealTime
    public int node() {
        return queue.node();
    }

    @RealTime
    public int param() {
        return queue.param();
    }

    @RealTime
    public double value() {
        return queue.value();
    }

    /// Promises never to touch a value older than this revision again. Audio thread.
    @RealTime
    public void finish(long revision) {
        published.finish(revision);
    }
}
