package ml.taama.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.organisations.Organisation;
import ml.taama.organisations.Organisations;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One account for each role, with a password that is public, so that a visitor of a demonstration can be anybody. They hold
 * their roles in organisations of the country that is loaded. Three services work with people: who coordinates, the first
 * contributor as a consulate, and an agency below who coordinates as an antenna.
 */
@Component
public class DemonstrationAccounts {

    /** The password of every demonstration account; it works nowhere else. */
    public static final String PASSWORD = "taama-demonstration";

    private static final String DOMAIN = "@demo.example";
    private static final String CONSULAR = "consular-agent";
    private static final String ANTENNA = "antenna-agent";

    /** First names for the roles, in their order; a second focal point shows that services do not see each other. */
    private record Person(String name, Role role, String address) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("Awa Keïta", Role.COORDINATOR, "coordinator"),
            new Person("Modibo Traoré", Role.FOCAL_POINT, "focal-point"),
            new Person("Fanta Coulibaly", Role.FOCAL_POINT, "focal-point-2"),
            new Person("Sékou Diarra", Role.STATISTICIAN, "statistician"),
            new Person("Mariam Dembélé", Role.FIELD_AGENT, "field-agent"),
            new Person("Hawa Touré", Role.FIELD_AGENT, CONSULAR),
            new Person("Issa Ongoïba", Role.FIELD_AGENT, ANTENNA),
            new Person("Oumar Sissoko", Role.CASE_MANAGER, "case-manager"),
            new Person("Kadiatou Sangaré", Role.SUPERVISOR, "supervisor"),
            new Person("Jean Kassogué", Role.PARTNER, "partner"),
            new Person("Aminata Maïga", Role.ADMINISTRATOR, "administrator"),
            new Person("Boubacar Cissé", Role.DATA_PROTECTION_OFFICER, "data-protection-officer"));

    private final Accounts accounts;
    private final Passwords passwords;
    private final Organisations organisations;
    private final Demonstration demonstration;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationAccounts(
            Accounts accounts,
            Passwords passwords,
            Organisations organisations,
            Demonstration demonstration,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
        this.accounts = accounts;
        this.passwords = passwords;
        this.organisations = organisations;
        this.demonstration = demonstration;
        this.jdbc = jdbc;
    }

    /**
     * Makes them, once the country is loaded.
     *
     * @param coordinator organisation that coordinates
     * @param contributors organisations that contribute, in order
     */
    public void make(String coordinator, List<String> contributors) {
        Actors.run(
                Actor.system("demonstration"),
                () -> transaction.executeWithoutResult(status -> {
                    demonstration.begin();
                    PEOPLE.forEach(person -> make(person, organisation(person, coordinator, contributors)));
                }));
    }

    private void make(Person person, String organisation) {
        long account = accounts.create(person.name(), person.address() + DOMAIN, Locale.FRENCH);
        jdbc.sql("update accounts.account set demonstration = true where id = ?")
                .param(account)
                .update();
        passwords.set(account, PASSWORD);
        accounts.give(account, person.role(), organisation, LocalDate.now(clock), Optional.empty());
    }

    /** The address under which a person of the demonstration signs in. */
    public static String address(Account person) {
        return PEOPLE.stream()
                .filter(p -> p.name().equals(person.name()))
                .map(p -> p.address() + DOMAIN)
                .findFirst()
                .orElse("");
    }

    /** The people, in the order of their roles. */
    List<Account> people() {
        return Actors.as(Actor.system("demonstration"), accounts::all).stream()
                .filter(a -> a.demonstration()
                        && a.endedAt().isEmpty()
                        && !a.holdings().isEmpty())
                .sorted(Comparator.comparingLong(Account::id))
                .toList();
    }

    private String organisation(Person person, String coordinator, List<String> contributors) {
        return switch (person.role()) {
            case FOCAL_POINT -> nth(contributors, person.address().endsWith("2") ? 1 : 0, coordinator);
            case FIELD_AGENT -> field(person.address(), coordinator, contributors);
            case STATISTICIAN -> of("observatory", coordinator);
            case PARTNER -> of("international", coordinator);
            default -> coordinator;
        };
    }

    private String field(String address, String coordinator, List<String> contributors) {
        return switch (address) {
            case CONSULAR -> nth(contributors, 0, coordinator);
            case ANTENNA -> below(coordinator);
            default -> coordinator;
        };
    }

    private String below(String parent) {
        return organisations.all().values().stream()
                .filter(o -> o.kind().equals("agency"))
                .filter(o -> o.parent().filter(parent::equals).isPresent())
                .map(Organisation::code)
                .findFirst()
                .orElseGet(() -> of("agency", parent));
    }

    private static String nth(List<String> codes, int index, String otherwise) {
        return index < codes.size() ? codes.get(index) : otherwise;
    }

    private String of(String kind, String otherwise) {
        return organisations.all().values().stream()
                .filter(o -> o.kind().equals(kind))
                .map(Organisation::code)
                .findFirst()
                .orElse(otherwise);
    }
}
