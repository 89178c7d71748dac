/** Activity: what is happening right now. Events of people as they come, one row a visit; machines where they are asked for. */
@NullMarked
package app.caravel.desktop.activity;

import org.jspecify.annotations.NullMarked;
