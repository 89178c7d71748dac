/** The mailboxes to send from: how they stand, what is wrong with them, and the way to a new one. Uses kit, workspace and account. */
@NullMarked
package app.caravel.desktop.accounts;

import org.jspecify.annotations.NullMarked;
