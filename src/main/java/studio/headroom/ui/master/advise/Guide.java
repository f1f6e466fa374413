package studio.headroom.ui.master.advise;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.mastering.assist.Corridor;
import studio.headroom.mastering.assist.Manner;
import studio.headroom.mastering.assist.Style;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;

/// What the assistant is to go by.
sealed interface Guide {
    /// As a list shows it.
    String label();

    /// How far it goes.
    Manner manner();

    /// The share of all that is taken unless a person says otherwise, 0..1.
    double usualAmount();

    record OfStyle(Style style) implements Guide {
        @Override
        public String label() {
            return style.label();
        }

        @Override
        public Manner manner() {
            return Manner.ASSIST;
        }

        @Override
        public double usualAmount() {
            return 1;
        }

        Corridor corridor() {
            return style.corridor();
        }
    }

    /// @param references at least one
    record OfReferences(List<Reference> references) implements Guide {
        public OfReferences {
            references = List.copyOf(references);
        }

        @Override
        public String label() {
            return references.size() == 1
                    ? "Like “" + references.getFirst().name() + "”"
                    : "Like all " + references.size() + " references";
        }

        @Override
        public Manner manner() {
            return Manner.MATCH;
        }

        @Override
        public double usualAmount() {
            return 0.5;
        }
    }

    /// All styles, then the references of a song, each for itself and all together.
    static List<Guide> of(Project song) {
        List<Guide> guides = new ArrayList<>();
        Style.all().forEach(style -> guides.add(new OfStyle(style)));
        List<Reference> references = song.mastering().references();
        references.forEach(reference -> guides.add(new OfReferences(List.of(reference))));
        if (references.size() > 1) {
            guides.add(new OfReferences(references));
        }
        return List.copyOf(guides);
    }
}
