package ml.taama.people;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.linkage.people.Register;
import ml.taama.organisations.Organisation;
import ml.taama.organisations.Organisations;
import ml.taama.people.DemoData.Invented;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.security.Role;
import ml.taama.platform.text.Plain;
import ml.taama.reference.Country;
import ml.taama.reference.Packs;
import ml.taama.reference.Places;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An invented population, registered through the same doors as any other: families, children alone, people whom two services know in
 * two spellings, over three years in waves. Each is marked as invented for good; where a real person is registered, none is added.
 */
@Component
public class InventedPeople {

    private static final Logger LOG = LoggerFactory.getLogger(InventedPeople.class);
    private static final Actor SYSTEM = Actor.system("demonstration");
    private static final int SERVICES = 4;
    private static final int CHUNK = 100;
    private static final double TWICE = 0.12;
    private static final int DAYS = 3 * 365;
    private static final int WAVES = 8;
    private static final List<String> KINDS = List.of("ministry", "agency", "council", "international");

    private final People people;
    private final Consents consents;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Packs packs;
    private final Places places;
    private final List<DemoData> others;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InventedPeople(
            People people,
            Consents consents,
            Organisations organisations,
            Accounts accounts,
            Packs packs,
            Places places,
            List<DemoData> others,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.consents = consents;
        this.organisations = organisations;
        this.accounts = accounts;
        this.packs = packs;
        this.places = places;
        this.others = others;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is the same for a whole population. */
    private record World(
            String country, List<String> services, Map<String, String> areas, LocalDate today, List<Integer> waves) {}

    /** Fills the register in the background; what goes wrong stands in the log. */
    public void begin(int files, long seed) {
        Thread.ofPlatform().daemon().name("demonstration").start(() -> {
            try {
                make(files, seed, done -> {});
            } catch (RuntimeException e) {
                LOG.error("The invented population is incomplete", e);
            }
        });
    }

    /**
     * Fills the register.
     *
     * @param files how many, some of them of the same person
     * @param seed the same gives the same population
     * @param progress told how many files stand
     * @throws Problem when the register holds somebody who is not invented
     */
    public void make(int files, long seed, IntConsumer progress) {
        Actors.run(SYSTEM, () -> {
            refuseReal();
            World world = world(seed);
            SplittableRandom random = new SplittableRandom(seed);
            Map<Long, Long> known = new HashMap<>();
            List<InventedRecord> records = records(files, seed);
            for (int from = 0; from < records.size(); from += CHUNK) {
                List<InventedRecord> chunk = records.subList(from, Math.min(records.size(), from + CHUNK));
                List<Invented> made = new ArrayList<>();
                transaction.executeWithoutResult(
                        status -> chunk.forEach(record -> made.add(register(record, world, known, random))));
                others.forEach(other -> other.add(List.copyOf(made), seed));
                progress.accept(from + chunk.size());
            }
        });
    }

    private void refuseReal() {
        boolean real = Boolean.TRUE.equals(
                transaction.execute(status -> jdbc.sql("select exists (select from people.file where not invented)")
                        .query(Boolean.class)
                        .single()));
        if (real) {
            throw Problem.of(PeopleProblem.REAL_PEOPLE);
        }
    }

    private World world(long seed) {
        Map<String, String> areas = new HashMap<>();
        LocalDate today = LocalDate.now(clock);
        places.all().values().stream()
                .filter(p -> p.validOn(today)
                        && (p.officialCode().isPresent() || p.validFrom().isPresent()))
                .forEach(p -> areas.putIfAbsent(Plain.text(p.name().text(Locale.FRENCH)), p.code()));
        SplittableRandom random = new SplittableRandom(seed + 1);
        return new World(
                packs.country().map(Country::iso).filter(c -> !c.isEmpty()).orElse("ML"),
                services(),
                areas,
                today,
                random.ints(WAVES, 0, DAYS).boxed().toList());
    }

    /** Services that register: first those for which somebody may, so that a demonstration shows them. */
    private List<String> services() {
        List<String> services = new ArrayList<>(accounts.holding(Role.FIELD_AGENT, "").stream()
                .map(Account::holdings)
                .flatMap(Collection::stream)
                .filter(h -> h.role().within().contains(Permission.REGISTER_PEOPLE))
                .map(h -> h.organisation())
                .toList());
        organisations.all().values().stream()
                .filter(o -> KINDS.contains(o.kind()))
                .map(Organisation::code)
                .forEach(services::add);
        return services.stream().distinct().limit(SERVICES).toList();
    }

    private static List<InventedRecord> records(int files, long seed) {
        StringWriter csv = new StringWriter();
        try {
            new Register(files, seed, TWICE).write(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<InventedRecord> records = new ArrayList<>();
        csv.toString().lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                values.put(Register.COLUMNS.get(i), cells[i]);
            }
            records.add(new InventedRecord(values));
        });
        return records;
    }

    private Invented register(InventedRecord record, World world, Map<Long, Long> known, SplittableRandom random) {
        String organisation = world.services.get(random.nextInt(100) < 55 ? 0 : random.nextInt(world.services.size()));
        LocalDate day = world.today.minusDays(day(record.household(), world, random));
        Optional<String> area = Optional.ofNullable(world.areas.get(Plain.text(record.get("region"))));
        long file = people.register(record.data(world.country, area, day, random), organisation, "demonstration");
        date(file, day, random);
        agree(file, organisation, day, random);
        boolean alone = relate(record, file, known, random);
        known.putIfAbsent(record.person(), file);
        return new Invented(file, organisation, day, record.household(), alone);
    }

    /** Days before today: half of the people come in waves, a household together. */
    private static long day(long household, World world, SplittableRandom random) {
        SplittableRandom own = new SplittableRandom(household * 31 + world.waves.getFirst());
        int around = own.nextInt(100) < 50 ? world.waves.get(own.nextInt(WAVES)) + own.nextInt(20) : own.nextInt(DAYS);
        return Math.min(DAYS, around + (random.nextInt(100) < 20 ? random.nextInt(30) : 0));
    }

    /** Puts the registration on its day. */
    private void date(long file, LocalDate day, SplittableRandom random) {
        var moment = day.atTime(8 + random.nextInt(9), random.nextInt(60)).atOffset(ZoneOffset.UTC);
        jdbc.sql("update people.file set created_at = ?, changed_at = ?, seen_on = ? where id = ?")
                .params(moment, moment, day, file)
                .update();
        for (String child : List.of("name", "place", "sealed_value")) {
            jdbc.sql("update people." + child + " set created_at = ? where file = ?")
                    .params(moment, file)
                    .update();
        }
        jdbc.sql("update people.access set given_at = ? where file = ?")
                .params(moment, file)
                .update();
    }

    private void agree(long file, String organisation, LocalDate day, SplittableRandom random) {
        boolean oral = random.nextInt(100) < 35;
        String form = oral ? "oral-certified" : "written";
        String witness = oral ? "Agent d’accueil" : "";
        consents.give(file, organisation, "service", Optional.empty(), "consent", form, day, "fr", witness);
        if (random.nextInt(100) < 85) {
            consents.give(file, organisation, "statistics", Optional.empty(), "consent", form, day, "fr", witness);
        }
        if (random.nextInt(100) < 40) {
            consents.give(file, organisation, "follow-up", Optional.empty(), "consent", form, day, "fr", witness);
        }
    }

    /** Ties a child to parents who were registered, and a mother to a father; returns whether a child came alone. */
    private boolean relate(InventedRecord record, long file, Map<Long, Long> known, SplittableRandom random) {
        boolean first = !known.containsKey(record.person());
        long parents = record.person() - record.place();
        if (record.child() && random.nextInt(100) < 12) {
            return record.birth(LocalDate.now(clock))
                    .ageOn(LocalDate.now(clock))
                    .filter(age -> age < 18)
                    .isPresent();
        }
        if (first && record.child()) {
            tie(file, known.get(parents), "father");
            tie(file, known.get(parents + 1), "mother");
        } else if (first && record.place() == 1) {
            tie(file, known.get(parents), "spouse");
        }
        return false;
    }

    private void tie(long file, @org.jspecify.annotations.Nullable Long other, String kind) {
        if (other != null) {
            jdbc.sql("insert into people.relation (file, other, kind) values (?, ?, ?) on conflict do nothing")
                    .params(file, other, kind)
                    .update();
        }
    }
}
