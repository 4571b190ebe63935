package ml.taama.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.GlanceChart;
import ml.taama.documents.charts.MapChart;
import ml.taama.documents.charts.ResultsChart;
import ml.taama.documents.charts.SeriesChart;
import ml.taama.documents.charts.TimelineChart;

/** A small French report with one of everything. */
final class Samples {

    static final Words WORDS = new Words(
            "Sommaire",
            "Figure",
            "Tableau",
            "Notes et sources",
            "Note",
            "Retour au texte, note",
            "Fermer",
            "Données",
            "Remarques",
            "Aller au texte");

    private Samples() {}

    static Report report() {
        Inline.Figure figure = figure("fig-1");
        List<Block> blocks = blocks(figure);
        return of(
                blocks,
                List.of(
                        new Note(1, Inline.text("F080, rapport national de 2021, III.")),
                        new Note(
                                2,
                                List.of(
                                        new Inline.Text("Les huit axes : "),
                                        new Inline.Emphasis(Inline.text("PONAM"))))));
    }

    /** A figure with its card, that refers to the first note. */
    static Inline.Figure figure(String id) {
        return new Inline.Figure(
                id,
                "10\u202f000 personnes (2019–2021)",
                1,
                new Card(
                        "Personnes assistées",
                        List.of(
                                new Card.Line("Valeur", Inline.text("10\u202f000 personnes")),
                                new Card.Line("Source", Inline.text("F080"))),
                        "Autres valeurs connues",
                        List.of(Inline.text("9\u202f850 (2018), OIM"))));
    }

    private static List<Block> blocks(Inline.Figure figure) {
        return List.of(
                new Block.Heading(2, "intro", "I.", Inline.text("Introduction — « une œuvre »")),
                new Block.Paragraph(List.of(
                        new Inline.Text("L’État a assisté "),
                        figure,
                        new Inline.Text(" ; voir "),
                        new Inline.Link("#suite", Inline.text("la suite")),
                        new Inline.Text(" et "),
                        new Inline.Link("https://example.org/a?b=1&c=2", Inline.text("le texte")),
                        new Inline.Text(". Bamanankan : ɛ ɔ ɲ ŋ."))),
                new Block.Remark("r1", "fault", "Sans période", List.of(Inline.text("Le chiffre n’a pas de période."))),
                new Block.Heading(3, "suite", "", Inline.text("Suite")),
                new Block.Items(
                        false,
                        List.of(
                                Inline.text("un élément"),
                                List.of(new Inline.Text("un autre"), new Inline.NoteMark(2), new Inline.Tag("prévu")))),
                new Block.Items(true, List.of(Inline.text("premier"), Inline.text("second"))),
                new Block.Table(
                        "t1",
                        "Chiffres",
                        List.of(new Block.Column("Intitulé", false, 70), new Block.Column("Valeur", true, 30)),
                        List.of(List.of(Inline.text("Assistés"), List.of(figure("fig-2"))))),
                new Block.Heading(2, "images", "II.", Inline.text("Images")),
                new Block.Picture(glance(), "Les objectifs", "t1"),
                new Block.Picture(timeline(), "Les politiques", ""),
                new Block.Picture(results(), "Les résultats", ""),
                new Block.Picture(series(), "Les transferts", ""),
                new Block.Picture(map(), "La carte", ""));
    }

    /** A French report of some blocks and notes. */
    static Report of(List<? extends Block> blocks, List<Note> notes) {
        return new Report(
                Locale.FRENCH,
                new Metadata(
                        "Rapport d’essai",
                        "Examen régional",
                        "Ministère",
                        "Un rapport d’essai.",
                        LocalDate.of(2021, 7, 1),
                        "Juillet 2021",
                        "Projet",
                        List.of("#14b53a", "#fcd116", "#ce1126")),
                List.copyOf(blocks),
                notes,
                WORDS);
    }

    static Chart glance() {
        List<GlanceChart.Tile> tiles = java.util.stream.IntStream.rangeClosed(1, 23)
                .mapToObj(i -> new GlanceChart.Tile(
                        String.valueOf(i),
                        i == 12 ? "Contrôle, évaluation et orientation" : "Données " + i,
                        i % 3 == 0
                                ? GlanceChart.State.REPORTED
                                : i % 3 == 1 ? GlanceChart.State.PLANNED : GlanceChart.State.SILENT,
                        i % 5 == 0,
                        i % 3 == 2 ? "aucune action" : i + " actions"))
                .toList();
        return new GlanceChart(
                "glance",
                "Les objectifs",
                "Vingt-trois objectifs.",
                tiles,
                new GlanceChart.Labels(
                        "action rapportée",
                        "seulement prévu",
                        "silencieux",
                        "priorité",
                        List.of("N°", "Objectif", "État", "Priorité", "Activité")));
    }

    static Chart timeline() {
        return new TimelineChart(
                "timeline",
                "Politiques",
                "De 2014 à 2021.",
                List.of(
                        event("2014-09-03", "3 septembre 2014", "Adoption de la PONAM", true),
                        event(
                                "2019-03-15",
                                "mars 2019",
                                "Adoption de la politique nationale d’intégration africaine",
                                true),
                        event("2019-08-15", "août 2019", "Élaboration du plan d’actions national", true),
                        event("2021-03-15", "mars 2021", "Lancement", true),
                        event("2021-05-15", "mai 2021", "Présentation du mécanisme", false)),
                List.of("Date", "Politique"));
    }

    private static TimelineChart.Event event(String day, String date, String text, boolean reached) {
        return new TimelineChart.Event(LocalDate.parse(day), LocalDate.parse(day), date, text, reached);
    }

    static Chart results() {
        return new ResultsChart(
                "results",
                "Résultats",
                "Deux résultats.",
                List.of(
                        new ResultsChart.Group(
                                "personnes",
                                List.of(
                                        new ResultsChart.Bar("Assistées", 10000, "10\u202f000", 12000.0, "2019–2021"),
                                        new ResultsChart.Bar("Réintégrées", 2500, "2\u202f500", null, ""))),
                        new ResultsChart.Group(
                                "cordons", List.of(new ResultsChart.Bar("Cordons", 15, "15", null, "2021")))),
                new ResultsChart.Labels("cible", List.of("Résultat", "Valeur", "Cible", "Note")));
    }

    static Chart series() {
        return new SeriesChart(
                "series",
                "Transferts",
                "Deux sources.",
                List.of(
                        new SeriesChart.Series(
                                "BCEAO",
                                List.of(value(2016, 483.3), value(2017, 497.7), value(2020, 535), value(2021, 586.1))),
                        new SeriesChart.Series("INSTAT", List.of(value(2023, 793)))),
                new SeriesChart.Labels(
                        "milliards de FCFA", List.of("Source", "Période", "Valeur"), v -> String.valueOf((int) v)));
    }

    private static SeriesChart.Value value(int year, double value) {
        return new SeriesChart.Value(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                value,
                value + " milliards",
                String.valueOf(year));
    }

    static Chart map() {
        return new MapChart(
                "map",
                "Carte",
                "Deux régions.",
                List.of(
                        new MapChart.Area(
                                "Kayes",
                                List.of(List.of(
                                        new double[] {-12, 12.5},
                                        new double[] {-8.5, 12.5},
                                        new double[] {-8.5, 15},
                                        new double[] {-12, 15}))),
                        new MapChart.Area(
                                "Gao",
                                List.of(List.of(
                                        new double[] {-1.5, 15},
                                        new double[] {4, 15},
                                        new double[] {4, 19},
                                        new double[] {-1.5, 18})))),
                List.of(
                        new MapChart.Point("Antenne de Kayes", -11.4, 14.4, "Antenne", "2020", true, "F091"),
                        new MapChart.Point("Antenne de Gao", 0, 16.3, "Antenne", "2020 ou 2021", true, "F091"),
                        new MapChart.Point("Kourémalé", -8.8, 12.6, "Point de passage", "", true, "presse")),
                "Limites de 2012–2016 ; positions approximatives.",
                List.of("Lieu", "Type", "Détail", "Source"));
    }
}
