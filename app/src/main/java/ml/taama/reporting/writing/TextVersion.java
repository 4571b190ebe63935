package ml.taama.reporting.writing;

import java.time.Instant;

/**
 * A version of a text.
 *
 * @param number from 0, the text that was there before anybody wrote
 * @param reason begin, write, merge, restore, suggestion
 */
public record TextVersion(long id, int number, String markdown, String reason, Instant writtenAt, long account) {}
