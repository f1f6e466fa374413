package studio.headroom.project;

/// How frames become bars and beats.
///
/// @param beatsPerMinute 10 to 999
/// @param beatsPerBar upper number of the time signature, 1 to 32
/// @param beatUnit lower number: 1, 2, 4, 8, 16 or 32
public record Tempo(double beatsPerMinute, int beatsPerBar, int beatUnit) {
    public static final Tempo DEFAULT = new Tempo(120, 4, 4);

    public Tempo {
        if (!(beatsPerMinute >= 10 && beatsPerMinute <= 999)
                || beatsPerBar < 1
                || beatsPerBar > 32
                || beatUnit < 1
                || beatUnit > 32
                || Integer.bitCount(beatUnit) != 1) {
            throw new InvalidProjectException(
                    "a tempo of " + beatsPerMinute + " in " + beatsPerBar + "/" + beatUnit + " is not possible");
        }
    }
}
