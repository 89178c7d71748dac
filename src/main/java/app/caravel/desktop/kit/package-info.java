/**
 * What every screen is built from: theme, words, background work, navigation and the shared widgets. Knows no feature and
 * no screen; uses texts and reason.
 *
 * <p>A screen is a {@link app.caravel.desktop.kit.Screen}: it holds its view model, takes the workspace by constructor, and
 * builds its view from the {@link app.caravel.desktop.kit.Ui} as often as it is asked (a switch of language builds anew).
 * It is made known by one line in {@code desktop.shell.Screens}; others reach it through a
 * {@link app.caravel.desktop.kit.Place}, so that screens never import each other. View models take
 * {@link app.caravel.desktop.kit.Background} and keep what comes late in a {@link app.caravel.desktop.kit.Load}.
 */
@NullMarked
package app.caravel.desktop.kit;

import org.jspecify.annotations.NullMarked;
