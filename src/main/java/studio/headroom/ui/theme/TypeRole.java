package studio.headroom.ui.theme;

/// Type by its use: face and size in units at 100 %.
public enum TypeRole {
    TIME(Face.MONO_BOLD, 22),
    TIME_SMALL(Face.MONO, 18),
    MEASURE(Face.MONO_BOLD, 19),
    MEASURE_SMALL(Face.MONO_BOLD, 15),
    EMPTY_TITLE(Face.SEMI_BOLD, 22),
    DIALOG_TITLE(Face.SEMI_BOLD, 16),
    PANEL_TITLE(Face.SEMI_BOLD, 15),
    CARD_TITLE(Face.SEMI_BOLD, 13),
    NAME(Face.SEMI_BOLD, 12),
    BUTTON(Face.MEDIUM, 12),
    BODY(Face.REGULAR, 12),
    LABEL(Face.REGULAR, 11),
    LETTER(Face.SEMI_BOLD, 11),
    SMALL(Face.REGULAR, 10),
    /// Fader marks and small graphs; never the only place of a fact. Below 90 % it is set as if it were 10.
    SCALE(Face.REGULAR, 9),
    SCALE_STRONG(Face.SEMI_BOLD, 9),
    VALUE_LARGE(Face.MONO, 13),
    VALUE_BUBBLE(Face.MONO_BOLD, 13),
    VALUE(Face.MONO, 12),
    VALUE_STRONG(Face.MONO_BOLD, 12),
    VALUE_SMALL(Face.MONO, 11),
    VALUE_TINY(Face.MONO, 10);

    private final Face face;
    private final double size;

    TypeRole(Face face, double size) {
        this.face = face;
        this.size = size;
    }

    public Face face() {
        return face;
    }

    /// The size at a scale, before the scale is applied.
    double size(int percent) {
        return size < 10 && percent < 90 ? 10 : size;
    }
}
