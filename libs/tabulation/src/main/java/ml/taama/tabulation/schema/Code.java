package ml.taama.tabulation.schema;

import java.util.Optional;

/**
 * A category.
 *
 * @param code as the data hold it (in the finest level) or as a level names it
 * @param label for people; the code where there is none
 * @param parent code in the next coarser level; absent in the coarsest
 */
public record Code(String code, String label, Optional<String> parent) {}
