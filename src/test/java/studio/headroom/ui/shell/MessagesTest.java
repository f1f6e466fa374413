package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.headroom.ui.shell.Messages.Kind;
import studio.headroom.ui.shell.Messages.Message;

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
