/** Speaking SMTP: writing a mail as MIME bytes and handing it over on a connection that is kept open. May use account. */
@NullMarked
package app.caravel.smtp;

import org.jspecify.annotations.NullMarked;
