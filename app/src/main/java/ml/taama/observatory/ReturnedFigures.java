package ml.taama.observatory;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.AcceptedValues;
import ml.taama.collection.AcceptedValues.Accepted;
import ml.taama.collection.DisputeSettled;
import ml.taama.collection.ValuesAccepted;
import ml.taama.collection.ValuesWithdrawn;
import ml.taama.organisations.Organisations;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.text.Messages;
import ml.taama.reference.Packs;
import ml.taama.reference.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes observations of the values that reviewers accept, in the transaction in which they accept them. The return is their
 * source; they are not published until a report is.
 */
@Component
class ReturnedFigures {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final ObjectProvider<AcceptedValues> values;
    private final Sources sources;
    private final Organisations organisations;
    private final Packs packs;
    private final Messages messages;

    ReturnedFigures(
            JdbcClient jdbc,
            ObjectProvider<AcceptedValues> values,
            Sources sources,
            Organisations organisations,
            Packs packs,
            Messages messages) {
        this.jdbc = jdbc;
        this.values = values;
        this.sources = sources;
        this.organisations = organisations;
        this.packs = packs;
        this.messages = messages;
    }

    @EventListener
    @Transactional
    public void accepted(ValuesAccepted event) {
        List<Accepted> accepted = values.getObject().read(event.values());
        if (accepted.isEmpty()) {
            return;
        }
        Map<Long, String> refs = new HashMap<>();
        accepted.forEach(a -> refs.computeIfAbsent(a.document(), d -> source(a)));
        Locale language = packs.country().map(c -> c.languages().getFirst()).orElse(Locale.FRENCH);
        int size = accepted.size();
        String[][] texts = new String[6][size];
        @Nullable String[] methods = new @Nullable String[size];
        @Nullable String[] qualities = new @Nullable String[size];
        @Nullable String[] asides = new @Nullable String[size];
        BigDecimal[] numbers = new BigDecimal[size];
        Long[] ids = new Long[size];
        Long[] calls = new Long[size];
        Long[] accounts = new Long[size];
        Date[] days = new Date[size];
        for (int i = 0; i < size; i++) {
            Accepted a = accepted.get(i);
            ids[i] = a.id();
            calls[i] = a.call();
            accounts[i] = a.acceptedBy();
            numbers[i] = a.value();
            days[i] = Date.valueOf(day(a));
            texts[0][i] = a.indicator();
            texts[1][i] = a.period().toString();
            texts[2][i] = a.place();
            texts[3][i] = MAPPER.writeValueAsString(a.cell().dimensions());
            texts[4][i] = a.organisation();
            methods[i] = json(method(a), language);
            qualities[i] = json(a.explanation(), language);
            texts[5][i] = java.util.Objects.requireNonNull(refs.get(a.document()));
            asides[i] = json(a.setAside().orElse(""), language);
        }
        jdbc.sql("""
                insert into observatory.observation (code, indicator, value, status, period, place, dimensions, organisation,
                  method, quality, source_ref, published, value_ref, call, given_on, accepted_by, set_aside)
                select 'R' || s.id, s.indicator, s.number, 'done', s.period, nullif(s.place, ''), s.dimensions::jsonb,
                  s.organisation, s.method::jsonb, s.quality::jsonb, s.source, false, s.id, s.call, s.day, s.account,
                  s.set_aside::jsonb
                from unnest(:ids::bigint[], :calls::bigint[], :accounts::bigint[], :numbers::numeric[], :days::date[],
                    :indicators::text[], :periods::text[], :places::text[], :dimensions::text[], :organisations::text[],
                    :methods::text[], :qualities::text[], :sources::text[], :asides::text[])
                  as s (id, call, account, number, day, indicator, period, place, dimensions, organisation, method, quality,
                    source, set_aside)
                where exists (select from observatory.indicator i where i.code = s.indicator)
                on conflict (value_ref) do nothing
                """)
                .param("ids", ids)
                .param("calls", calls)
                .param("accounts", accounts)
                .param("numbers", numbers)
                .param("days", days)
                .param("indicators", texts[0])
                .param("periods", texts[1])
                .param("places", texts[2])
                .param("dimensions", texts[3])
                .param("organisations", texts[4])
                .param("methods", methods)
                .param("qualities", qualities)
                .param("sources", texts[5])
                .param("asides", asides)
                .update();
    }

    private static LocalDate day(Accepted accepted) {
        return accepted.sentAt().atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static String method(Accepted accepted) {
        boolean both = !accepted.method().isEmpty() && !accepted.source().isEmpty();
        return accepted.method() + (both ? " — " : "") + accepted.source();
    }

    private static @Nullable String json(String text, Locale language) {
        return text.isBlank() ? null : MAPPER.writeValueAsString(Map.of(language.getLanguage(), text));
    }

    /** The return as a source of its own: who sent it, when, to which call, in which version. */
    private String source(Accepted accepted) {
        String code = "RETURN-" + accepted.document() + "-" + accepted.version();
        LocalText organisation = Optional.ofNullable(organisations.all().get(accepted.organisation()))
                .map(o -> o.name().name())
                .orElse(LocalText.of(Locale.FRENCH, accepted.organisation()));
        Map<String, String> title = new HashMap<>();
        accepted.callTitle().texts().keySet().forEach(tag -> {
            Locale language = Locale.of(tag);
            title.put(
                    tag,
                    messages.text(
                            language,
                            "source.return.title",
                            organisation.text(language),
                            accepted.callTitle().text(language),
                            accepted.version()));
        });
        sources.addUnpublished(
                code,
                new LocalText(title),
                accepted.organisation(),
                organisation,
                day(accepted).toString());
        return code;
    }

    @EventListener
    @Transactional
    public void withdrawn(ValuesWithdrawn event) {
        Long[] ids = event.values().toArray(Long[]::new);
        boolean published = jdbc.sql(
                        "select exists (select from observatory.observation where value_ref = any (?) and published)")
                .param(ids)
                .query(Boolean.class)
                .single();
        if (published) {
            throw Problem.of(ObservatoryProblem.PUBLISHED);
        }
        jdbc.sql("delete from observatory.observation where value_ref = any (?)")
                .param(ids)
                .update();
    }

    @EventListener
    @Transactional
    public void settled(DisputeSettled event) {
        Locale language = packs.country().map(c -> c.languages().getFirst()).orElse(Locale.FRENCH);
        jdbc.sql("""
                update observatory.observation set set_aside = case when value_ref = :chosen then null else :reason::jsonb end
                where value_ref = any (:values) and not published
                """)
                .param("chosen", event.chosen().orElse(0L))
                .param("reason", json(event.reason(), language))
                .param("values", event.values().toArray(Long[]::new))
                .update();
    }
}
