package studio.headroom.ui.export;

/// What an export makes.
enum What {
    MIXDOWN("Mixdown"),
    STEMS("Stems"),
    BOTH("Both");

    private final String words;

    What(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean mix() {
        return this != STEMS;
    }

    boolean stems() {
        return this != MIXDOWN;
    }
}
