/**
 * Mails made of blocks: the document that a sender edits (JSON, versioned), his brand, and what they become: MJML for a
 * designed mail, bare paragraphs for a plain letter. May use content and store.
 */
@NullMarked
package app.caravel.content.design;

import org.jspecify.annotations.NullMarked;
