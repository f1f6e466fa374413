package studio.headroom.ui.mixer;

/// Names of effects for narrow slots.
final class EffectWords {
    private EffectWords() {}

    /// @param label the full name, where there is no short one
    static String brief(String type, String label) {
        return switch (type) {
            case "eq" -> "EQ";
            case "compressor" -> "Comp";
            case "deesser", "de-esser" -> "De-ess";
            case "multiband" -> "Multi";
            case "transient" -> "Transient";
            case "saturation" -> "Saturat.";
            default -> label;
        };
    }
}
