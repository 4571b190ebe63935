/**
 * What is asked for: axes, filters, measures, comparison and order, as records, JSON and a small text form.
 */
@NullMarked
package ml.taama.tabulation.request;

import org.jspecify.annotations.NullMarked;
