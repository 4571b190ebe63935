package ml.taama.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Plain;
import ml.taama.ui.Findable;
import ml.taama.ui.Ui;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds calls, returns, what returns tell in words, and agreements, as far as the person sees them. */
@Component
class CollectionFinder implements Findable {

    private static final String TOLD = """
            select r.id, v.typed from collection.value v
            join collection.question q on q.id = v.question and q.kind = 'text'
            join collection.return r on r.id = v.return
            where v.to_version is null and position(lower(:question) in lower(v.typed)) > 0
            order by v.id desc limit :most
            """;
    private static final int WORDS = 120;

    private final Calls calls;
    private final Returns returns;
    private final Agreements agreements;
    private final Shown.Maker shown;
    private final JdbcClient jdbc;

    CollectionFinder(Calls calls, Returns returns, Agreements agreements, Shown.Maker shown, JdbcClient jdbc) {
        this.calls = calls;
        this.returns = returns;
        this.agreements = agreements;
        this.shown = shown;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> find(Ui ui, String question, int most) {
        Shown words = shown.of(ui);
        List<Found> found = new ArrayList<>();
        if (words.may(Permission.READ_CALLS) || words.may(Permission.READ_RETURNS)) {
            found.addAll(calls(ui, question));
            found.addAll(returns(words, question));
            found.addAll(told(ui, question, most));
        }
        if (words.may(Permission.MANAGE_AGREEMENTS)) {
            found.addAll(agreements(words, question));
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private List<Found> calls(Ui ui, String question) {
        return calls.all().stream()
                .filter(c -> Plain.has(Plain.text(CallList.text(ui, c)), question))
                .map(c -> new Found("entry.call", ui.text(c.title()), ui.period(c.period()), "/work/calls/" + c.id()))
                .toList();
    }

    private List<Found> returns(Shown words, String question) {
        Ui ui = words.ui();
        boolean reviews = words.may(Permission.REVIEW_RETURNS);
        Map<Long, Call> known = calls.all().stream().collect(Collectors.toMap(Call::id, Function.identity()));
        List<Return> all = reviews
                ? known.keySet().stream().flatMap(c -> returns.to(c).stream()).toList()
                : returns.mine();
        return all.stream()
                .filter(r -> known.containsKey(r.call()) && (!reviews || r.sent() > 0))
                .filter(r -> Plain.has(
                        Plain.text(words.organisation(r.organisation()) + " " + words.shortly(r.organisation())),
                        question))
                .map(r -> new Found(
                        "entry.return",
                        words.organisation(r.organisation()),
                        ui.text(java.util.Objects.requireNonNull(known.get(r.call()))
                                .title()),
                        (reviews ? "/work/review/" : "/work/returns/") + r.id()))
                .toList();
    }

    private List<Found> told(Ui ui, String question, int most) {
        String path = ui.visitor().actor().may(Permission.REVIEW_RETURNS) ? "/work/review/" : "/work/returns/";
        return jdbc.sql(TOLD)
                .param("question", question)
                .param("most", most)
                .query(Row.mapper(row -> {
                    String text = row.text("typed");
                    return new Found(
                            "entry.told",
                            text.substring(0, Math.min(WORDS, text.length())),
                            "",
                            path + row.number("id").longValue());
                }))
                .list();
    }

    private List<Found> agreements(Shown words, String question) {
        return agreements.all().stream()
                .filter(a -> Plain.has(Plain.text(AgreementList.text(words, a)), question))
                .map(a -> new Found(
                        "entry.agreement", words.organisation(a.organisation()), a.basis(), "/work/agreements"))
                .toList();
    }
}
