package studio.headroom.engine;

import java.util.HashMap;
import java.util.Map;

/// Small numbers for strips, inserts and sends, by which commands name them; the same from one graph to the next. Every
/// id is unique in a song, and a command is applied to no graph older than the one it was written for, so a number
/// never
/// means two things. Control thread.
public final class NodeNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();

    /// @param id of a strip, an insert or a send
    public int of(String id) {
        return numbers.computeIfAbsent(id, added -> numbers.size());
    }

    int size() {
        return numbers.size();
    }
}
