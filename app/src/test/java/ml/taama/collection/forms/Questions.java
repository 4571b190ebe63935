package ml.taama.collection.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Dimension.Choice;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/** Questions to test with: people by sex and age, money, shares, a text. */
public final class Questions {

    public static final Dimension SEX =
            new Dimension("sex", text("sexe"), List.of(choice("M", "hommes"), choice("F", "femmes")));
    public static final Dimension AGE =
            new Dimension("age", text("âge"), List.of(choice("0-17", "enfants"), choice("18plus", "adultes")));
    public static final Question PEOPLE = figure(1, "RETURNED", unit("person", "personne", 0), List.of(SEX, AGE));
    public static final Question MONEY = figure(2, "MONEY", unit("xof-billion", "milliard", 1), List.of());
    public static final Question SHARE = figure(3, "SHARE", unit("percent", "%", 2), List.of(SEX));
    public static final Question TEXT = new Question(
            4,
            Question.Kind.TEXT,
            "activities",
            text("Rapport d’activités"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            false);
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private Questions() {}

    public static Form form(Map<String, Form.Past> past) {
        return Form.of(Period.parse("2025"), TODAY, List.of(PEOPLE, MONEY, SHARE, TEXT), past);
    }

    static LocalText text(String french) {
        return LocalText.of(Locale.FRENCH, french);
    }

    static Choice choice(String code, String name) {
        return new Choice(code, text(name));
    }

    private static Measure unit(String code, String name, int decimals) {
        return new Measure(code, text(name), text(name + "s"), decimals);
    }

    private static Question figure(long id, String code, Measure unit, List<Dimension> dimensions) {
        return new Question(
                id,
                Question.Kind.FIGURE,
                code,
                text("Indicateur " + code),
                Optional.empty(),
                Optional.of(unit),
                dimensions,
                List.of(),
                true);
    }

    static Entry entry(Question question, String cell, String typed) {
        return new Entry(
                "",
                question.id(),
                "2025",
                "",
                Cell.tryParse(cell).orElseThrow(),
                typed,
                Optional.empty(),
                "",
                "",
                "",
                "");
    }
}
