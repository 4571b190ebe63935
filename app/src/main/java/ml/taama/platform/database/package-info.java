/** The embedded PostgreSQL or an external one, its roles, its migrations, its backup. */
@NamedInterface("database")
@NullMarked
package ml.taama.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
