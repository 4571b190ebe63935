/** Journeys of people through the packaged application. */
@NullMarked
package ml.taama.acceptance;

import org.jspecify.annotations.NullMarked;
