package ml.taama.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Question;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has answered what, and when: organisation by question. */
@Component
public class Board {

    /**
     * Whose turn it is, and how complete and timely an organisation is.
     *
     * @param lateDays after the deadline when it was first sent, or until today when it was not; 0 when in time
     * @param cells one for each question of the call; empty where the question is not asked
     */
    public record Line(
            String organisation,
            Return document,
            Optional<Instant> firstSent,
            long lateDays,
            List<Optional<Answer>> cells) {

        /** Questions answered, of those whose answer is required, in percent. */
        public int complete() {
            List<Answer> required = cells.stream()
                    .flatMap(Optional::stream)
                    .filter(Answer::required)
                    .toList();
            long asked = required.size();
            long answered = required.stream().filter(Answer::given).count();
            return asked == 0 ? 0 : (int) (100 * answered / asked);
        }
    }

    /** How many values answer a question, how many reasons stand instead, how many are accepted. */
    public record Answer(int values, int absences, int accepted, boolean required) {

        static final Answer NONE = new Answer(0, 0, 0, true);

        Answer to(Question question) {
            return new Answer(values, absences, accepted, question.required());
        }

        /** Whether there is an answer at all. */
        public boolean given() {
            return values + absences > 0;
        }

        /** In one word: none, optional, absent, sent, part, accepted. */
        public String word() {
            if (!given()) {
                return required ? "none" : "optional";
            }
            if (accepted == 0) {
                return values == 0 ? "absent" : "sent";
            }
            return accepted == values + absences ? "accepted" : "part";
        }
    }

    private record Counted(String organisation, long question, Answer answer) {}

    private final JdbcClient jdbc;
    private final Returns returns;
    private final java.time.Clock clock;

    Board(JdbcClient jdbc, Returns returns, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.returns = returns;
        this.clock = clock;
    }

    /** The board of a call. */
    @Transactional(readOnly = true)
    public List<Line> of(Call call) {
        Map<String, Answer> answers = new HashMap<>();
        jdbc.sql("""
                select r.organisation, v.question, count(*) filter (where v.typed <> '') as given,
                  count(*) filter (where v.absence <> '') as absent,
                  count(*) filter (where (select d.kind from collection.decision d where d.value = v.id
                    order by d.id desc limit 1) = 'accepted') as accepted
                from collection.value v join collection.return r on r.id = v.return
                where r.call = ? and v.from_version <= r.sent and (v.to_version is null or v.to_version > r.sent)
                group by 1, 2
                """)
                .param(call.id())
                .query(Row.mapper(row -> new Counted(
                        row.text("organisation"),
                        row.number("question").longValue(),
                        new Answer(row.whole("given"), row.whole("absent"), row.whole("accepted"), true))))
                .list()
                .forEach(c -> answers.put(c.organisation() + "|" + c.question(), c.answer()));
        List<Line> lines = new ArrayList<>();
        for (Return document : returns.to(call.id())) {
            List<Question> asked = call.questions(document.organisation());
            List<Optional<Answer>> cells = call.questions().stream()
                    .map(q -> asked.contains(q)
                            ? Optional.of(answers.getOrDefault(document.organisation() + "|" + q.id(), Answer.NONE)
                                    .to(q))
                            : Optional.<Answer>empty())
                    .toList();
            lines.add(new Line(document.organisation(), document, document.firstSent(), late(call, document), cells));
        }
        return lines;
    }

    private long late(Call call, Return document) {
        LocalDate day = document.firstSent()
                .map(at -> at.atZone(ZoneId.systemDefault()).toLocalDate())
                .orElseGet(() -> LocalDate.now(clock));
        return Math.max(0, day.toEpochDay() - call.deadline().toEpochDay());
    }
}
