/**
 * How a merge value is worded for the one who reads it: names, companies, dates, numbers and money, by his language and
 * country. Uses ICU and nothing of ours; what cannot be worded is handed back as it was written, with the reason.
 */
@NullMarked
package app.caravel.content.wording;

import org.jspecify.annotations.NullMarked;
