package ml.taama.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A request for assistance, as it is written down when somebody calls or comes.
 *
 * @param organisation that takes it
 * @param people files of the register; none when nobody is known by name yet
 * @param country where in the world the people are, two letters
 * @param area code of an area of the country pack
 * @param channel one of {@link Words#CHANNELS}
 * @param urgency one of {@link Words#URGENCIES}
 * @param headcount for how many
 * @param text what is asked and where they are, in words
 * @param secret whether the text tells of health, violence, children or trafficking
 * @param origin {@code counter}, {@code import} or {@code demonstration}
 */
public record Request(
        String organisation,
        List<Long> people,
        String country,
        Optional<String> area,
        String channel,
        String urgency,
        int headcount,
        LocalDate receivedOn,
        String text,
        boolean secret,
        String origin) {

    /** Copies the list. */
    public Request {
        people = List.copyOf(people);
    }

    @Override
    public String toString() {
        return "Request[" + organisation + "]";
    }
}
