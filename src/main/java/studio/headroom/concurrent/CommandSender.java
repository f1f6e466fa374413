package studio.headroom.concurrent;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The sending side of a [SpscQueue] that never loses the last word on a control: while the queue is full, only the
/// newest value of each control is kept, and sent as soon as there is room.
///
/// **Who calls:** one thread at a time, on the control side; not the audio thread, for it allocates when the queue
/// is full. **Ordering:** commands arrive in the order they were sent, some that a newer one for the same control has
/// replaced left out. **Progress:** never waits.
public final class CommandSender {
    private final SpscQueue queue;
    private final Map<Address, Double> waiting = new LinkedHashMap<>();
    private long coalesced;

    public CommandSender(SpscQueue queue) {
        this.queue = queue;
    }

    /// Sends a command now, or keeps it until [#flush] or the next call finds room.
    public void send(int node, int param, double value) {
        if (flush() && queue.offer(node, param, value)) {
            return;
        }
        Address address = new Address(node, param);
        // To the end, so that the last word on one control comes after what was said before on others.
        if (waiting.remove(address) != null) {
            coalesced++;
        }
        waiting.put(address, value);
    }

    /// Sends what waits, as far as there is room; to be called regularly while [#waiting] is not 0.
    ///
    /// @return whether nothing waits any more
    public boolean flush() {
        Iterator<Map.Entry<Address, Double>> entries = waiting.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Address, Double> entry = entries.next();
            if (!queue.offer(entry.getKey().node(), entry.getKey().param(), entry.getValue())) {
                return false;
            }
            entries.remove();
        }
        return true;
    }

    /// Controls whose newest value has not been sent yet.
    public int waiting() {
        return waiting.size();
    }

    /// Values that were replaced by newer ones before they could be sent.
    public long coalesced() {
        return coalesced;
    }

    private record Address(int node, int param) {}
}
