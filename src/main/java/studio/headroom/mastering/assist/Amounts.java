package studio.headroom.mastering.assist;

/// How much of what is advised is done, each from 0 to 1.
public record Amounts(double tone, double width, double dynamics, double loudness) {
    public Amounts {
        for (double amount : new double[] {tone, width, dynamics, loudness}) {
            if (!(amount >= 0 && amount <= 1)) {
                throw new IllegalArgumentException("an amount lies between 0 and 1, not at " + amount);
            }
        }
    }

    /// The same of everything.
    public static Amounts all(double amount) {
        return new Amounts(amount, amount, amount, amount);
    }

    public double of(Move.Aspect aspect) {
        return switch (aspect) {
            case TONE -> tone;
            case WIDTH -> width;
            case DYNAMICS -> dynamics;
            case LOUDNESS -> loudness;
        };
    }

    /// The same with one of them changed.
    public Amounts with(Move.Aspect aspect, double amount) {
        return new Amounts(
                aspect == Move.Aspect.TONE ? amount : tone,
                aspect == Move.Aspect.WIDTH ? amount : width,
                aspect == Move.Aspect.DYNAMICS ? amount : dynamics,
                aspect == Move.Aspect.LOUDNESS ? amount : loudness);
    }
}
