/**
 * The text of the report: Markdown in which a figure is never typed but referred to.
 *
 * <p>{@link ml.taama.reporting.narrative.Markup} reads it; {@link ml.taama.reporting.narrative.Directive} is a
 * reference; {@link ml.taama.reporting.narrative.TypedNumbers} finds numbers that someone typed all the same.
 */
@NullMarked
package ml.taama.reporting.narrative;

import org.jspecify.annotations.NullMarked;
