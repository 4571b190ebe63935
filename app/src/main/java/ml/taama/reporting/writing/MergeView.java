package ml.taama.reporting.writing;

import java.util.List;

/** A merge as a page shows it. */
public record MergeView(List<Part> parts) {

    /** A stretch: agreed words, or what each wrote. */
    public record Part(boolean disputed, String theirs, String mine) {}

    static MergeView of(Merge merge) {
        return new MergeView(merge.pieces().stream()
                .map(piece -> switch (piece) {
                    case Merge.Agreed agreed -> new Part(false, agreed.text(), agreed.text());
                    case Merge.Disputed disputed -> new Part(true, disputed.theirs(), disputed.mine());
                })
                .toList());
    }
}
