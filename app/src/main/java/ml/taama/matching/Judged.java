package ml.taama.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Model;
import org.springframework.stereotype.Component;

/**
 * Judges a model by the pairs that reviewers decided, at its threshold: over all, and by sex, age and origin of both records. What
 * nobody was shown is not counted, so that recall is that among the pairs shown.
 */
@Component
class Judged {

    private final ReviewStore reviews;
    private final RecordView view;

    Judged(ReviewStore reviews, RecordView view) {
        this.reviews = reviews;
        this.view = view;
    }

    /** For each model groups with pairs that are right, wrong and missed; the first group is that of all. */
    List<Object> of(Linker linker, List<Model> models) {
        Map<String, List<long[]>> decided = reviews.decided();
        Map<Long, Integer> numbers = IntStream.range(0, linker.size())
                .boxed()
                .collect(Collectors.toMap(i -> Long.parseLong(linker.id(i)), i -> i));
        List<Long> records = decided.values().stream()
                .flatMap(List::stream)
                .flatMap(p -> java.util.stream.Stream.of(p[0], p[1]))
                .distinct()
                .toList();
        Map<Long, Map<String, String>> groups = view.groups(records);
        List<Object> all = new ArrayList<>();
        models.forEach(model -> all.add(judge(linker, model, decided, numbers, groups)));
        return all;
    }

    private static List<Map<String, Object>> judge(
            Linker linker,
            Model model,
            Map<String, List<long[]>> decided,
            Map<Long, Integer> numbers,
            Map<Long, Map<String, String>> groups) {
        Map<String, long[]> counts = new TreeMap<>();
        decided.forEach((verdict, pairs) -> pairs.forEach(pair -> {
            Integer left = numbers.get(pair[0]);
            Integer right = numbers.get(pair[1]);
            if (left == null || right == null) {
                return;
            }
            boolean linked = linker.explain(model, left, right).probability() >= model.threshold();
            boolean same = verdict.equals(Ruling.SAME);
            int what = linked ? same ? 0 : 1 : same ? 2 : 3;
            for (String group : groups(groups, pair)) {
                counts.computeIfAbsent(group, g -> new long[4])[what]++;
            }
        }));
        return counts.entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<String> groups(Map<Long, Map<String, String>> groups, long[] pair) {
        Map<String, String> one = groups.getOrDefault(pair[0], Map.of());
        Map<String, String> other = groups.getOrDefault(pair[1], Map.of());
        List<String> of = new ArrayList<>(List.of(""));
        one.forEach((kind, value) -> {
            boolean same =
                    Optional.ofNullable(other.get(kind)).filter(value::equals).isPresent();
            of.add(kind + "=" + (same ? value : "*"));
        });
        return of;
    }

    private static Map<String, Object> row(String group, long[] counts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("group", group);
        row.put("right", counts[0]);
        row.put("wrong", counts[1]);
        row.put("missed", counts[2]);
        row.put("rejected", counts[3]);
        return row;
    }
}
