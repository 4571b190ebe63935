package ml.taama.cases;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.cases.Aid.Given;
import ml.taama.cases.Referral.Proposal;
import ml.taama.cases.ReferralState.Move;
import ml.taama.people.Consents;
import ml.taama.people.DemoData;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Messages;
import ml.taama.reference.Places;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases of invented people, in every state, through the same front doors; where in the world follows from the borders of the pack. */
@Component
class InventedCases implements DemoData {

    private static final int ONE_IN = 4;

    private final Cases cases;
    private final Services services;
    private final Alerts alerts;
    private final CaseTasks tasks;
    private final Referrals referrals;
    private final Consents consents;
    private final Accounts accounts;
    private final Places places;
    private final Clock clock;
    private final String note;

    InventedCases(
            Cases cases,
            Services services,
            Alerts alerts,
            CaseTasks tasks,
            Referrals referrals,
            Consents consents,
            Accounts accounts,
            Places places,
            Clock clock,
            Messages messages) {
        this.cases = cases;
        this.services = services;
        this.alerts = alerts;
        this.tasks = tasks;
        this.referrals = referrals;
        this.consents = consents;
        this.accounts = accounts;
        this.places = places;
        this.clock = clock;
        this.note = messages.text(Locale.FRENCH, "case.invented");
    }

    @Override
    @Transactional
    public void add(List<Invented> people, long seed) {
        Random random = new Random(seed * 31 + people.getFirst().file());
        List<String> countries = places.borderPoints().stream()
                .flatMap(p -> p.neighbour().stream())
                .distinct()
                .toList();
        List<String> services =
                people.stream().map(Invented::organisation).distinct().toList();
        Map<Long, List<Invented>> households = people.stream()
                .collect(Collectors.groupingBy(Invented::household, LinkedHashMap::new, Collectors.toList()));
        for (List<Invented> household : households.values()) {
            boolean alone = household.stream().anyMatch(Invented::childAlone);
            if (!countries.isEmpty() && (alone || random.nextInt(ONE_IN) == 0)) {
                add(household, countries.get(random.nextInt(countries.size())), services, random);
            }
        }
    }

    private void add(List<Invented> household, String country, List<String> organisations, Random random) {
        Invented first = household.getFirst();
        List<Long> files = household.stream().map(Invented::file).toList();
        LocalDate today = LocalDate.now(clock);
        LocalDate day = first.registered().isAfter(today) ? today : first.registered();
        long id = cases.receive(new Request(
                first.organisation(),
                files,
                country,
                Optional.empty(),
                of(Words.CHANNELS, random),
                of(Words.URGENCIES, random),
                files.size(),
                day,
                note,
                false,
                "demonstration"));
        List<Account> colleagues = accounts.allowed(Permission.MANAGE_CASES, first.organisation());
        if (!colleagues.isEmpty()) {
            cases.assign(id, colleagues.get(random.nextInt(colleagues.size())).id());
        }
        int fate = random.nextInt(10);
        if (fate == 0) {
            return;
        }
        if (fate == 1) {
            cases.decline(id, of(Words.REFUSALS, random), note);
            return;
        }
        cases.accept(id, of(Words.URGENCIES, random), "");
        give(id, first.organisation(), files, country, day, random);
        protect(id, household, today);
        if (fate < 6) {
            tasks.add(id, of(Words.TASKS, random), today.plusDays(random.nextInt(21) - 10L), "");
            refer(id, first, files, organisations, random);
            return;
        }
        cases.conclude(id, of(Words.OUTCOMES, random), "");
        cases.close(id, of(Words.CLOSURES, random), note);
    }

    private void give(long id, String organisation, List<Long> files, String country, LocalDate from, Random random) {
        Currency currency = Optional.ofNullable(Currency.getInstance(Locale.of("", country)))
                .orElse(Currency.getInstance("EUR"));
        LocalDate today = LocalDate.now(clock);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String kind = of(Words.SERVICES, random);
            boolean cash = kind.equals("cash");
            LocalDate day = from.plusDays(random.nextInt(30));
            int unit = currency.getDefaultFractionDigits() == 0 ? 10_000 : 50;
            services.give(
                    id,
                    new Given(
                            kind,
                            organisation,
                            files,
                            day.isAfter(today) ? today : day,
                            BigDecimal.valueOf(1L + random.nextInt(5)),
                            cash ? Optional.of(BigDecimal.valueOf((1L + random.nextInt(6)) * unit)) : Optional.empty(),
                            cash ? Optional.of(currency.getCurrencyCode()) : Optional.empty(),
                            cash ? "signature" : "none",
                            ""));
        }
    }

    private void protect(long id, List<Invented> household, LocalDate today) {
        for (Invented child : household) {
            if (child.childAlone()) {
                long alert = alerts.raise(id, child.file(), "child-alone", "");
                alerts.step(id, alert, "status-verified", today, "");
            }
        }
    }

    private void refer(long id, Invented first, List<Long> files, List<String> organisations, Random random) {
        List<String> others = new ArrayList<>(organisations);
        others.remove(first.organisation());
        if (others.isEmpty() || random.nextInt(2) == 0) {
            return;
        }
        String recipient = of(others, random);
        LocalDate today = LocalDate.now(clock);
        for (Long file : files) {
            consents.give(
                    file,
                    first.organisation(),
                    "referral",
                    Optional.of(recipient),
                    "consent",
                    "written",
                    today,
                    "fr",
                    "");
        }
        long referral = referrals.propose(
                id,
                new Proposal(
                        false,
                        recipient,
                        List.of(of(Words.SERVICES, random)),
                        List.of("request", "services"),
                        files,
                        today.plusMonths(2),
                        "",
                        note));
        switch (random.nextInt(4)) {
            case 0 -> referrals.move(referral, Move.DECLINE, note);
            case 1 -> referrals.move(referral, Move.ACCEPT, "");
            case 2 -> {
                referrals.move(referral, Move.ACCEPT, "");
                referrals.move(referral, Move.FINISH, note);
            }
            default -> {}
        }
    }

    private static String of(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
