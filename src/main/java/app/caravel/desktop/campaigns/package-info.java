/**
 * Campaigns: the list, the steps of a draft (audience, schedule, check, send), the page of what was sent, and what is in
 * doubt. Uses kit, workspace and features; Compose and other screens are reached through places.
 */
@NullMarked
package app.caravel.desktop.campaigns;

import org.jspecify.annotations.NullMarked;
