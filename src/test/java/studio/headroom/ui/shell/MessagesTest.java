package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.headroom.engine.live.Lateness;
import studio.headroom.ui.shell.Messages.Kind;
import studio.headroom.ui.shell.Messages.Message;
import studio.headroom.ui.song.SongOpener;

class MessagesTest {
    private final Messages messages = new Messages();

    @Test
    void theFirstSentenceIsWhatHappened() {
        messages.error("Cannot write 'a.wav': the disk is full. Free some space.");
        Message shown = messages.shown().getFirst();
        assertThat(shown.kind()).isEqualTo(Kind.ERROR);
        assertThat(shown.what()).isEqualTo("Cannot write 'a.wav': the disk is full.");
        assertThat(shown.more()).isEqualTo("Free some space.");
    }

    @Test
    void theSameIsNotSaidTwice() {
        messages.warning("The device is gone.");
        messages.notice("Something else.");
        messages.warning("The device is gone.");
        assertThat(messages.shown())
                .extracting(Message::what)
                .containsExactly("Something else.", "The device is gone.");
    }

    @Test
    void ofLateSoundOnlyTheWorstStands() {
        SongOpener.Notices playing = messages.ofPlaying();
        messages.notice("Something else.");
        playing.late(Lateness.SOON, "Sound will soon come late: EQ takes 81 %.");
        playing.notice("The device is gone.");
        playing.late(Lateness.RENDERING, "Sound comes late: EQ takes 93 %.");
        playing.late(Lateness.MACHINE, "Sound came late: the computer was busy.");
        assertThat(messages.shown())
                .extracting(Message::what)
                .as("in the place of the milder one")
                .containsExactly("Something else.", "Sound comes late: EQ takes 93 %.", "The device is gone.");
        messages.close(messages.shown().get(1));
        playing.late(Lateness.MACHINE, "Sound came late: the computer was busy.");
        assertThat(messages.shown())
                .extracting(Message::what)
                .as("once that was closed, what comes is said")
                .containsExactly("Something else.", "The device is gone.", "Sound came late: the computer was busy.");
    }

    @Test
    void theOldestLeavesWhenThereAreTooMany() {
        for (int i = 0; i <= Messages.MOST; i++) {
            messages.notice("Message " + i + ".");
        }
        assertThat(messages.shown()).hasSize(Messages.MOST);
        assertThat(messages.shown().getFirst().what()).isEqualTo("Message 1.");
        messages.close(messages.shown().getFirst());
        assertThat(messages.shown()).hasSize(Messages.MOST - 1);
    }
}
