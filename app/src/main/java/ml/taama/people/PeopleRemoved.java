package ml.taama.people;

import java.util.List;

/** Files are gone: the import that made them was undone. */
public record PeopleRemoved(List<Long> files) {}
