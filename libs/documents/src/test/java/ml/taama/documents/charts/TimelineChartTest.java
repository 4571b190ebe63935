package ml.taama.documents.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import ml.taama.documents.Xml;
import ml.taama.documents.charts.Chart.Width;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class TimelineChartTest {

    private static final long SEED = 2014;

    /** Half of a hundredth: drawings round to hundredths. */
    private static final double ROUNDING = 0.006;

    @ParameterizedTest
    @EnumSource
    void aMarkStandsExactlyAtItsDate(Width width) {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            int first = 2000 + random.nextInt(20);
            int days = 1 + random.nextInt(9000);
            List<TimelineChart.Event> events = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToObj(i -> {
                        LocalDate day = LocalDate.of(first, 1, 1).plusDays(random.nextInt(days));
                        return new TimelineChart.Event(day, day, day.toString(), "Event", i % 3 > 0);
                    })
                    .toList();
            TimelineChart chart = new TimelineChart("t", "-", "-", events, List.of("date", "text"));
            List<Element> marks = marks(chart, width);
            LocalDate start = LocalDate.of(chart.events().getFirst().from().getYear(), 1, 1);
            LocalDate end = LocalDate.of(chart.events().getLast().from().getYear() + 1, 1, 1);
            double room = width.units() - 32;
            for (int i = 0; i < marks.size(); i++) {
                double share = (double) ChronoUnit.DAYS.between(
                                start, chart.events().get(i).from())
                        / ChronoUnit.DAYS.between(start, end);
                assertThat(number(marks.get(i), "cx")).isCloseTo(16 + room * share, within(ROUNDING));
            }
            noneCoversAnother(marks);
        }
    }

    private static void noneCoversAnother(List<Element> marks) {
        for (int i = 0; i < marks.size(); i++) {
            for (int j = 0; j < i; j++) {
                double across = number(marks.get(i), "cx") - number(marks.get(j), "cx");
                double down = number(marks.get(i), "cy") - number(marks.get(j), "cy");
                assertThat(Math.hypot(across, down)).isGreaterThanOrEqualTo(2 * number(marks.get(i), "r"));
            }
        }
    }

    private static List<Element> marks(TimelineChart chart, Width width) {
        List<Element> circles = Xml.elements(Xml.parse(chart.draw(width).printed("-")), "circle");
        assertThat(circles).hasSize(2 * chart.events().size());
        return circles.subList(0, chart.events().size());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
