package ml.taama.reference.packs;

import java.util.List;

/**
 * What the loading of a pack did.
 *
 * @param unchanged whether the pack was the one already loaded
 * @param kept rows that people changed or built upon, as {@code table: key}; the pack left them alone
 */
public record LoadSummary(
        String pack, boolean unchanged, int added, int updated, int removed, int rows, List<String> kept) {}
