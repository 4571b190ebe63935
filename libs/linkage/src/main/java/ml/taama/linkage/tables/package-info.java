/**
 * Tables of records held as dictionary codes, and their readers for CSV and Parquet.
 */
@NullMarked
package ml.taama.linkage.tables;

import org.jspecify.annotations.NullMarked;
