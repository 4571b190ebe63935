package ml.taama.people;

import java.util.List;

/** Many files were made at once. */
public record PeopleRegistered(List<Long> files) {}
