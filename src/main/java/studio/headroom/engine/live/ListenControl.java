package studio.headroom.engine.live;

import java.io.IOException;
import studio.headroom.concurrent.LiveLink;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// What is heard of what plays: the mix, soloed strips by themselves or the mastering chain, and through which controls
/// of the monitor. Control thread.
final class ListenControl {
    private final LiveLink<LiveGraph> link;
    private final LiveSong song;
    private int source = LiveGraph.MIX;

    ListenControl(LiveLink<LiveGraph> link, LiveSong song) {
        this.link = link;
        this.song = song;
    }

    /// Listens otherwise from now on.
    ///
    /// @param matched whether the mastering chain plays as loud as the mix
    /// @throws IOException when a sound file cannot be opened
    void listen(Listening changed, boolean matched) throws IOException {
        boolean sameChain = changed.chain().equals(song.listening().chain());
        try {
            song.listen(changed);
        } finally {
            link.send(LiveRender.LISTENING, LiveRender.MATCH, matched ? 1 : 0);
            chooseSource();
            if (!sameChain) {
                rematch();
            }
        }
    }

    /// The song is another one than it was.
    void songChanged(Project before) {
        chooseSource();
        if (!song.song().mastering().chain().equals(before.mastering().chain())) {
            rematch();
        }
    }

    /// Sets a control of the monitor.
    void monitor(int param, double value) {
        link.send(LiveRender.MONITOR, param, value);
    }

    /// What is listened to alone, else the mastering chain where there is one to listen through, else the mix.
    private void chooseSource() {
        Listening listening = song.listening();
        boolean alone =
                listening.solo().beside() && song.song().strips().stream().anyMatch(Strip::solo);
        int chosen = alone ? LiveGraph.LISTEN : listening.chain().isEmpty() ? LiveGraph.MIX : LiveGraph.MASTERED;
        if (chosen != source) {
            source = chosen;
            link.send(LiveRender.LISTENING, LiveRender.SOURCE, chosen);
        }
    }

    /// How loud another chain is has to be found out anew, and soon.
    private void rematch() {
        if (!song.listening().chain().isEmpty()) {
            link.send(LiveRender.LISTENING, LiveRender.REMATCH, 0);
        }
    }
}
