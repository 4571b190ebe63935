package ml.taama.linkage.people;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Households of six, each a pure function of the seed and its number, so that any person can be made again at any time:
 * a father, a mother, four children, twins now and then. About a third share the telephone of the household.
 */
final class Population {

    static final int HOUSEHOLD = 6;

    private static final int CHILDREN = 2;
    private static final int VILLAGES = 60;

    private final long seed;
    private final Names names;

    Population(long seed, Names names) {
        this.seed = seed;
        this.names = names;
    }

    Person person(long number) {
        long household = number / HOUSEHOLD;
        int place = (int) (number % HOUSEHOLD);
        SplittableRandom home = new SplittableRandom(seed * 1_000_003 + household * 2 + 1);
        SplittableRandom own = new SplittableRandom(seed * 7_000_003 + number * 2);
        String surname = names.surname(home);
        String head = names.given(false, home);
        String wife = names.given(true, home);
        String wifeSurname = names.surname(home);
        int circle = home.nextInt(names.circles());
        String village = names.village(circle, home.nextInt(VILLAGES));
        String phone = phone(home);
        int headBorn = 1940 + home.nextInt(55);
        boolean twins = home.nextInt(100) < 4;
        boolean woman = place == 1 || (place >= CHILDREN && own.nextBoolean());
        LocalDate born = born(place, headBorn, twins, household, own);
        String given = place == 0 ? head : place == 1 ? wife : names.given(woman, own);
        return new Person(
                number,
                household,
                woman,
                given,
                place == 1 ? wifeSurname : surname,
                born,
                own.nextInt(100) < 25,
                place < CHILDREN ? names.given(false, own) : head,
                place < CHILDREN ? names.given(true, own) + " " + names.surname(own) : wife + " " + wifeSurname,
                names.region(circle),
                names.circle(circle),
                village,
                own.nextInt(100) < 35 ? phone : own.nextInt(100) < 70 ? phone(own) : "",
                own.nextInt(100) < 55 ? identity(own, born) : "");
    }

    private LocalDate born(int place, int headBorn, boolean twins, long household, SplittableRandom own) {
        SplittableRandom shared = new SplittableRandom(seed * 3_000_017 + household);
        SplittableRandom random = twins && (place == CHILDREN || place == CHILDREN + 1) ? shared : own;
        int year = switch (place) {
            case 0 -> headBorn;
            case 1 -> headBorn + random.nextInt(12);
            default -> headBorn + 20 + random.nextInt(25);
        };
        return LocalDate.of(Math.min(year, 2024), 1, 1).plusDays(random.nextInt(365));
    }

    private static String phone(SplittableRandom random) {
        return String.format(Locale.ROOT, "%d%07d", 6 + random.nextInt(2), random.nextInt(10_000_000));
    }

    private static String identity(SplittableRandom random, LocalDate born) {
        return String.format(
                Locale.ROOT,
                "%d%02d%07d%c",
                1 + random.nextInt(2),
                born.getYear() % 100,
                random.nextInt(10_000_000),
                'A' + random.nextInt(26));
    }
}
