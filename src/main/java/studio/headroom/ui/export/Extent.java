package studio.headroom.ui.export;

/// How much of the song is exported.
enum Extent {
    WHOLE("Whole song"),
    LOOP("Loop"),
    CLIPS("Selected clips"),
    MARKERS("Between markers");

    private final String words;

    Extent(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
