package studio.headroom.project;

/// How a clip comes and goes.
///
/// @param frames its length; where two fades of a clip overlap, both apply
public record Fade(long frames, Shape shape) {
    public static final Fade NONE = new Fade(0, Shape.LINEAR);

    /// Gain over the way x = 0..1 from silence: x, sin(πx/2), (1 - cos πx)/2, x³.
    public enum Shape {
        LINEAR,
        EQUAL_POWER,
        S_CURVE,
        SLOW;

        /// The gain at a part of the way, 0..1.
        public double gain(double x) {
            return switch (this) {
                case LINEAR -> x;
                case EQUAL_POWER -> Math.sin(x * Math.PI / 2);
                case S_CURVE -> (1 - Math.cos(x * Math.PI)) / 2;
                case SLOW -> x * x * x;
            };
        }
    }

    public Fade {
        if (frames < 0 || frames > Clip.MAX_FRAME) {
            throw new InvalidProjectException("a fade cannot last " + frames + " frames");
        }
    }
}
