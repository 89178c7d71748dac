/** What holds an account back: limits in rolling windows, the breaker, and the forecast of both. May use account and smtp's answers. */
@NullMarked
package app.caravel.campaign.pace;

import org.jspecify.annotations.NullMarked;
