package ml.taama.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ml.taama.platform.text.Plain;

/** What a column of a spreadsheet of people may mean, and the names by which it is guessed. */
public enum ImportColumn {
    NONE(""),
    GIVEN("given", "prenom", "prenoms", "given name", "given names", "first name", "given_name"),
    SURNAME("surname", "nom", "nom de famille", "surname", "last name", "family name", "patronyme"),
    SEX("sex", "sexe", "sex", "genre", "gender"),
    BIRTH("birth", "date de naissance", "ne le", "nee le", "naissance", "birth date", "date of birth", "birth_date"),
    AGE("age", "age"),
    MOTHER("mother", "mere", "prenom de la mere", "mother", "mother_name", "mother’s first name"),
    FATHER("father", "pere", "prenom du pere", "father", "father_name", "father’s first name"),
    NATIONALITY("nationality", "nationalite", "nationality"),
    BIRTH_COUNTRY("birth-country", "pays de naissance", "country of birth"),
    LANGUAGE("language", "langue", "language"),
    PHONE("phone", "telephone", "tel", "phone", "mobile", "contact"),
    VILLAGE("place-text", "village", "localite", "quartier", "village d’origine", "locality"),
    AREA("place-area", "cercle", "region", "commune", "circle", "area", "district"),
    COUNTRY("place-country", "pays", "pays de residence", "country");

    private final String field;
    private final Set<String> names;

    ImportColumn(String field, String... names) {
        this.field = field;
        this.names = Set.copyOf(Arrays.stream(names).map(Plain::text).toList());
    }

    /** The field of the form of a person. */
    String field() {
        return field;
    }

    /** As it is kept and named: {@code people.column.<word>}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ImportColumn> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    /** What the name of a column suggests. A header may give several languages: {@code Prénom / Given name}. */
    static ImportColumn guess(String header) {
        for (String part : header.split("/")) {
            String plain = Plain.text(part.strip()).replace('_', ' ');
            for (ImportColumn column : values()) {
                if (column.names.contains(plain) || column.names.contains(plain.replace(' ', '_'))) {
                    return column;
                }
            }
        }
        return NONE;
    }

    static List<ImportColumn> guess(List<String> header) {
        return header.stream().map(ImportColumn::guess).toList();
    }
}
