/** Today: whom to call, what needs the person, what goes out next. Uses kit, workspace and features. */
@NullMarked
package app.caravel.desktop.today;

import org.jspecify.annotations.NullMarked;
