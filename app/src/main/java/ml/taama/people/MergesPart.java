package ml.taama.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** Merges of the files of a person, on the person's page: where one is undone, or doubted. */
@Component
class MergesPart implements PersonPart {

    private final Merges merges;

    MergesPart(Merges merges) {
        this.merges = merges;
    }

    @Override
    public Optional<Block> of(Ui ui, Person person) {
        List<Line> lines = person.files().stream()
                .flatMap(f -> merges.of(f.id()).stream())
                .distinct()
                .map(m -> line(ui, m))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block(ui.t("merges.title"), lines, Optional.empty()));
    }

    private static Line line(Ui ui, Merge merge) {
        String when = Stream.of(Optional.of(merge.at()), merge.undoneAt())
                .flatMap(Optional::stream)
                .map(ui::moment)
                .collect(java.util.stream.Collectors.joining(" – "));
        return new Line(
                ui.t("merge.state." + (merge.holds() ? "holds" : "undone")), when, "/work/merges/" + merge.id());
    }
}
