package ml.taama.documents.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ml.taama.documents.Xml;
import ml.taama.documents.charts.Chart.Width;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** The longest names of the Compact's goals in French, English and Portuguese stand whole, one line below another. */
class GlanceChartTest {

    private static final List<String> LONGEST = List.of(
            "Perfectionnement et reconnaissance des qualifications",
            "Retour digne et réintégration durable",
            "Contributions des migrants et diaspora",
            "Legal identity and documentation",
            "Migrant and diaspora contributions",
            "Dignified return and reintegration",
            "Competências e reconhecimento",
            "Identidade e documentos",
            "Combater o tráfico de migrantes");

    @ParameterizedTest
    @EnumSource
    void breaksNoWord(Width width) {
        assertThat(texts(LONGEST, width))
                .extracting(Element::getTextContent)
                .allSatisfy(line -> assertThat(line.split(" "))
                        .allMatch(
                                word -> Arrays.asList(String.join(" ", LONGEST).split(" "))
                                                .contains(word)
                                        || word.matches("[0-9]+|nenhuma|ação")));
    }

    @ParameterizedTest
    @EnumSource
    void printsNoLineOverAnother(Width width) {
        for (List<String> names : List.of(LONGEST, List.of("Perfectionnement ".repeat(9)), List.of("x".repeat(200)))) {
            List<Element> texts = texts(names, width);
            for (int i = 0; i < texts.size(); i++) {
                Element one = texts.get(i);
                for (Element other : texts.subList(0, i)) {
                    if (one.getAttribute("x").equals(other.getAttribute("x"))) {
                        assertThat(Math.abs(number(one, "y") - number(other, "y")))
                                .as("%s and %s", one.getTextContent(), other.getTextContent())
                                .isGreaterThanOrEqualTo(Math.min(number(one, "font-size"), number(other, "font-size")));
                    }
                }
            }
        }
    }

    @Test
    void keepsThreeColumnsOnAPhoneForShortNames() {
        List<Element> texts = texts(List.of("Données", "Remittances", "Vias regulares"), Width.NARROW);
        assertThat(texts.stream().map(t -> t.getAttribute("x")).distinct()).hasSize(3);
    }

    /** What is written below the legend. */
    private static List<Element> texts(List<String> names, Width width) {
        List<GlanceChart.Tile> tiles = IntStream.range(0, names.size())
                .mapToObj(i -> new GlanceChart.Tile(
                        String.valueOf(i + 1), names.get(i), GlanceChart.State.SILENT, i == 0, "nenhuma ação"))
                .toList();
        GlanceChart chart = new GlanceChart(
                "g",
                "-",
                "-",
                tiles,
                new GlanceChart.Labels("reported", "planned", "silent", "priority", List.of("n", "a", "b", "c", "d")));
        return Xml.elements(Xml.parse(chart.draw(width).printed("-")), "text").stream()
                .filter(t -> !List.of("silent", "priority").contains(t.getTextContent()))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
