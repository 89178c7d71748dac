/**
 * What every mail of a run is looked at for before the first one leaves: names, greetings, headers, what its links and
 * pictures lead to. Beside what {@link app.caravel.content.Check} finds. May use content and what it may use.
 */
@NullMarked
package app.caravel.content.audit;

import org.jspecify.annotations.NullMarked;
