package ml.taama.reporting.writing;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Finding;
import ml.taama.reporting.Review;
import tools.jackson.databind.json.JsonMapper;

/** A report for machines: its sections as Markdown with references and as words, its figures, what does not hold. */
final class Export {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Export() {}

    static void write(Review review, Composition composition, Locale language, OutputStream out) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("cycle", review.code());
        report.put("language", language.getLanguage());
        report.put("title", review.title().text(language));
        report.put("subtitle", review.subtitle().text(language));
        report.put("framework", review.framework());
        report.put("period", review.period().toString());
        report.put("date", review.contentDate().toString());
        report.put("fingerprint", composition.hash());
        report.put("sections", sections(review, composition, language));
        report.put("figures", composition.trace());
        report.put(
                "findings",
                composition.findings().stream().map(f -> finding(f, language)).toList());
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(out, report);
    }

    private static List<Map<String, Object>> sections(Review review, Composition composition, Locale language) {
        return composition.words().entrySet().stream()
                .map(words -> {
                    Map<String, Object> section = new LinkedHashMap<>();
                    section.put("code", words.getKey());
                    review.section(words.getKey()).ifPresent(s -> {
                        section.put("number", s.number());
                        section.put("title", s.title().text(language));
                        s.goal().ifPresent(g -> section.put("goal", g.toString()));
                    });
                    section.put(
                            "markdown",
                            review.narrative()
                                    .getOrDefault(words.getKey(), Map.of())
                                    .getOrDefault(language.getLanguage(), ""));
                    section.put("text", words.getValue());
                    return section;
                })
                .toList();
    }

    private static Map<String, Object> finding(Finding finding, Locale language) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", finding.id());
        told.put("rule", finding.rule());
        told.put("section", finding.section());
        told.put("text", finding.text());
        finding.answer().ifPresent(a -> told.put("answer", a.text(language)));
        return told;
    }
}
