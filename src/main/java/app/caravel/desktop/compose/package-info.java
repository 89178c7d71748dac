/** Compose: a campaign's subject and mail, its merge fields, and a live preview as any of its recipients. Uses kit, workspace, campaign, contact and content. */
@NullMarked
package app.caravel.desktop.compose;

import org.jspecify.annotations.NullMarked;
