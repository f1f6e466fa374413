package studio.headroom.ui.mixer;

/// What reaches from one strip to others, given by the view of them all.
interface StripHands extends NameBlock.Hands {
    MixerDoors doors();

    /// Follows an effect that is dragged; in the scene's coordinates.
    void dragInsert(InsertModel insert, double sceneX, double sceneY, boolean copy);

    void dropInsert(InsertModel insert, double sceneX, double sceneY, boolean copy);

    void giveUp();

    /// Paints mutes or solos on over what the pointer is at, in the scene's coordinates.
    void paint(double sceneX, double sceneY);
}
