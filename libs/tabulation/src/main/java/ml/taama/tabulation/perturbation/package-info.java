/**
 * Cell-key perturbation: record keys, perturbation tables read, designed and verified.
 */
@NullMarked
package ml.taama.tabulation.perturbation;

import org.jspecify.annotations.NullMarked;
