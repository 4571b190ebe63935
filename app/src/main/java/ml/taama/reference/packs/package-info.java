/**
 * Countries are data: the format of a pack, its check, its loading.
 *
 * <p>A module contributes a {@link ml.taama.reference.packs.PackSection}: the files that fill its tables, column by
 * column, and rules between them. {@link ml.taama.reference.packs.PackReader} reads and checks a pack and lists every
 * fault; {@link ml.taama.reference.packs.PackLoader} brings a faultless one into the database.
 */
@NamedInterface("packs")
@NullMarked
package ml.taama.reference.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
