/** The composition root: opens a home, builds stores and services feature by feature, closes them. May use every feature, no face. */
@NullMarked
package app.caravel.workspace;

import org.jspecify.annotations.NullMarked;
