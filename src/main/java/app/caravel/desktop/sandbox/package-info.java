/** The sandbox inbox: the caught mails as a mail client shows them, and the readers who can be let loose. Uses kit, sandbox and the features. */
@NullMarked
package app.caravel.desktop.sandbox;

import org.jspecify.annotations.NullMarked;
