package ml.taama.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.platform.text.Plain;

/** What a column of a spreadsheet of services may mean, and the names by which it is guessed. */
public enum ServiceColumn {
    NONE,
    NUMBER("numero", "numero de la personne", "numero public", "no", "number", "person", "personne", "public number"),
    CASE("cas", "numero du cas", "dossier", "case", "case number"),
    KIND("service", "type", "type de service", "nature", "besoin", "kind", "need", "kind of service"),
    DAY("date", "date du service", "donne le", "jour", "day", "given on"),
    COUNTRY("pays", "lieu", "country", "place", "where"),
    QUANTITY("quantite", "nombre", "quantity", "units"),
    AMOUNT("montant", "somme", "amount"),
    CURRENCY("devise", "monnaie", "currency"),
    PROOF("preuve", "justificatif", "proof"),
    REMARK("remarque", "observation", "observations", "note", "remark", "comment");

    @SuppressWarnings("ImmutableEnumChecker") // a set made by a collector
    private final Set<String> names;

    ServiceColumn(String... names) {
        this.names = Arrays.stream(names).map(Plain::text).collect(Collectors.toUnmodifiableSet());
    }

    /** As it is kept and named: {@code service.column.<word>}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of all, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ServiceColumn::word).toList();
    }

    static ServiceColumn of(String word) {
        return Arrays.stream(values())
                .filter(c -> c.word().equals(word))
                .findFirst()
                .orElse(NONE);
    }

    /** What the name of a column suggests. A header may give several languages: {@code Montant / Amount}. */
    static String guess(String header) {
        return Arrays.stream(header.split("/"))
                .map(part -> Plain.text(part.strip().replace('_', ' ')))
                .flatMap(plain -> Arrays.stream(values()).filter(c -> c.names.contains(plain)))
                .findFirst()
                .orElse(NONE)
                .word();
    }

    static Optional<Integer> place(List<String> mapping, ServiceColumn column) {
        int place = mapping.indexOf(column.word());
        return place < 0 ? Optional.empty() : Optional.of(place);
    }
}
