/** Compose: a campaign's subject and mail: written on the mail itself (Canvas) where it is made of blocks, as HTML else; its merge fields, and a live preview as any of its recipients. Uses kit, workspace, campaign, contact, content, product and store (JSON). */
@NullMarked
package app.caravel.desktop.compose;

import org.jspecify.annotations.NullMarked;
