package ml.taama.cases.statistics;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts of assistance, referrals and outcomes. The database turns the number of a person into a key that leads nowhere
 * before any row leaves it; who may count everything sees everything, a supervisor the cases of the own organisation.
 */
@Component
public class CaseStatistics {

    private static final String DIMENSIONS = """
            select case
                when grouping(a.sex) = 0 then 'sex' when grouping(a.age_group) = 0 then 'age'
                when grouping(a.country) = 0 then 'country' when grouping(a.area) = 0 then 'area'
                when grouping(a.need) = 0 then 'need' when grouping(a.organisation) = 0 then 'organisation'
                when grouping(a.month) = 0 then 'month' when grouping(a.pathway) = 0 then 'pathway' else 'total' end as dimension,
              coalesce(a.sex, a.age_group, a.country, a.area, a.need, a.organisation, to_char(a.month, 'YYYY-MM'), a.pathway, '') as value,
              count(distinct a.person) as people, count(distinct a.service) as services
            from cases.assistance(:key) a
            where (:from::date is null or a.month >= date_trunc('month', :from::date))
              and (:to::date is null or a.month <= :to::date)
              and (:country::text is null or a.country = :country)
              and (:need::text is null or a.need = :need)
              and (:organisation::text is null or a.organisation = :organisation)
            group by grouping sets ((), (a.sex), (a.age_group), (a.country), (a.area), (a.need), (a.organisation), (a.month), (a.pathway))
            order by 1, array_position(array['0-4', '5-14', '15-17', '18-34', '35-59', '60+'], a.age_group), 2
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    CaseStatistics(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private String key() {
        return HexFormat.of().formatHex(vault.lasting("cases.statistics"));
    }

    /** Every person and service, without anything that names the person. */
    @Transactional(readOnly = true)
    public List<Assistance> assistance() {
        return jdbc.sql("select * from cases.assistance(?)")
                .param(key())
                .query(Row.mapper(row -> new Assistance(
                        row.text("person"),
                        row.text("sex"),
                        row.text("age_group"),
                        row.text("country"),
                        row.maybe("area"),
                        row.text("need"),
                        row.text("organisation"),
                        row.day("month").orElseThrow(),
                        row.text("pathway"),
                        row.number("service").longValue())))
                .list();
    }

    /** People and services counted apart: in all, and by each breakdown. */
    @Transactional(readOnly = true)
    public List<Count> counts(Asked asked) {
        return jdbc.sql(DIMENSIONS)
                .param("key", key())
                .param("from", asked.from().orElse(null))
                .param("to", asked.to().orElse(null))
                .param("country", asked.country().orElse(null))
                .param("need", asked.need().orElse(null))
                .param("organisation", asked.organisation().orElse(null))
                .query(Row.mapper(row -> new Count(
                        row.text("dimension"),
                        row.text("value"),
                        row.number("people").longValue(),
                        row.number("services").longValue())))
                .list();
    }

    /** Referrals by sender, recipient and state. */
    @Transactional(readOnly = true)
    public List<ReferralCount> referrals() {
        return jdbc.sql("""
                select kind, sender, recipient, state, sum(referrals)::bigint as referrals from cases.referrals_counted()
                group by 1, 2, 3, 4 order by 1, 2, 3, 4
                """)
                .query(Row.mapper(row -> new ReferralCount(
                        row.text("kind").equals("transfer"),
                        row.text("sender"),
                        row.text("recipient"),
                        row.text("state"),
                        row.number("referrals").longValue())))
                .list();
    }

    /** Cases by state, outcome and pathway. */
    @Transactional(readOnly = true)
    public List<OutcomeCount> outcomes() {
        return jdbc.sql("""
                select state, outcome, pathway, sum(cases)::bigint as cases from cases.outcomes_counted()
                group by 1, 2, 3 order by 1, 2, 3
                """)
                .query(Row.mapper(row -> new OutcomeCount(
                        row.text("state"),
                        row.text("outcome"),
                        row.text("pathway"),
                        row.number("cases").longValue())))
                .list();
    }

    /** Every closed case. */
    @Transactional(readOnly = true)
    public List<EndedCase> ended() {
        return jdbc.sql("select * from cases.each_case(?)")
                .param(key())
                .query(Row.mapper(row ->
                        new EndedCase(row.text("unit"), row.text("outcome"), row.text("pathway"), row.whole("year"))))
                .list();
    }

    /** Every referral. */
    @Transactional(readOnly = true)
    public List<MadeReferral> made() {
        return jdbc.sql("select * from cases.each_referral(?)")
                .param(key())
                .query(Row.mapper(row -> new MadeReferral(row.text("unit"), row.text("state"), row.whole("year"))))
                .list();
    }

    /** Month of the first service that is counted. */
    @Transactional(readOnly = true)
    public Optional<java.time.LocalDate> since() {
        return jdbc.sql("select min(month) as month from cases.services_given()")
                .query(Row.mapper(row -> row.day("month")))
                .single();
    }
}
