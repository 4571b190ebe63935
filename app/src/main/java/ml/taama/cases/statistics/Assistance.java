package ml.taama.cases.statistics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody was given a service: one row for each person and service, without anything that names the person.
 *
 * @param person the same for the same person in all rows, and nothing else: the number of the person hashed with a key of
 *     the vault
 * @param sex {@code female}, {@code male}, {@code unknown}
 * @param ageGroup {@code 0-4}, {@code 5-14}, {@code 15-17}, {@code 18-34}, {@code 35-59}, {@code 60+}, {@code unknown},
 *     on the day of the service
 * @param country where in the world, two letters
 * @param area code of an area of the country pack
 * @param need kind of service
 * @param month first day of the month
 * @param pathway {@code direct} or {@code referred}
 */
public record Assistance(
        String person,
        String sex,
        String ageGroup,
        String country,
        Optional<String> area,
        String need,
        String organisation,
        LocalDate month,
        String pathway,
        long service) {}
