package ml.taama.linkage.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import ml.taama.linkage.names.Unicode;

/** What happens to a value between a person and a register: it is heard, abbreviated, typed, dated and forgotten. */
final class Errors {

    private static final List<String[]> HEARD = List.of(
            new String[] {"ou", "u"},
            new String[] {"dj", "j"},
            new String[] {"Dj", "J"},
            new String[] {"c", "k"},
            new String[] {"C", "K"},
            new String[] {"ss", "s"},
            new String[] {"y", "i"},
            new String[] {"Dia", "Ja"},
            new String[] {"é", "e"},
            new String[] {"ï", "i"},
            new String[] {"aye", "ai"},
            new String[] {"Ou", "W"});
    private static final List<String> TITLES_OF_MEN = List.of("El Hadj", "Elhadji", "Imam", "Mr");
    private static final List<String> TITLES_OF_WOMEN = List.of("Hadja", "Adja", "Mme", "Mlle");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final Names names;
    private final SplittableRandom random;

    Errors(Names names, SplittableRandom random) {
        this.names = names;
        this.random = random;
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A name as another office would have it. */
    String name(String name, boolean given) {
        String[] words = name.split(" ");
        if (words.length > 1 && happens(35)) {
            words = new String[] {words[0]};
        } else if (words.length > 1 && happens(6)) {
            words = new String[] {words[1], words[0]};
        }
        StringBuilder out = new StringBuilder();
        for (String word : words) {
            String now = word;
            if (given && happens(5)) {
                now = names.shorter(now, random);
            } else if (happens(22)) {
                now = names.variant(now, random);
            }
            if (happens(12)) {
                now = heard(now);
            }
            if (happens(6)) {
                now = typed(now);
            }
            out.append(out.isEmpty() ? "" : " ").append(now);
        }
        String now = out.toString();
        if (happens(45)) {
            now = Unicode.ascii(now);
        }
        return happens(15) ? now.toUpperCase(Locale.ROOT) : now;
    }

    /** A given name with a title before it, now and then. */
    String titled(String name, boolean woman) {
        List<String> titles = woman ? TITLES_OF_WOMEN : TITLES_OF_MEN;
        return happens(4) ? titles.get(random.nextInt(titles.size())) + " " + name : name;
    }

    private String heard(String word) {
        String[] change = HEARD.get(random.nextInt(HEARD.size()));
        return word.replace(change[0], change[1]);
    }

    /** One slip of the fingers: a letter more, less, wrong, or two in the wrong order. */
    String typed(String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    /** A wrong digit. */
    String digit(String number) {
        int at = random.nextInt(number.length());
        return number.substring(0, at) + random.nextInt(10) + number.substring(at + 1);
    }

    /** A date of birth as it is told: a full date, a month, a year, about a year, or the first of January. */
    String date(LocalDate born, boolean yearOnly) {
        LocalDate told = born;
        if (happens(4)) {
            told = told.plusYears(random.nextBoolean() ? 1 : -1);
        }
        if (happens(3) && told.getDayOfMonth() <= 12) {
            told = LocalDate.of(told.getYear(), told.getDayOfMonth(), told.getMonthValue());
        }
        if (happens(3)) {
            told = told.plusDays(random.nextInt(28) - 14L);
        }
        if (yearOnly || happens(8)) {
            return switch (random.nextInt(4)) {
                case 0 -> String.valueOf(told.getYear());
                case 1 -> told.getYear() + "-01-01";
                case 2 -> "vers " + (told.getYear() + random.nextInt(3) - 1);
                default -> told.getYear() + "-01-01";
            };
        }
        return told.toString();
    }
}
