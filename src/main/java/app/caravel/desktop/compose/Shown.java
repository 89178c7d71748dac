package app.caravel.desktop.compose;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contact;
import app.caravel.content.Link;
import app.caravel.content.Rendered;
import app.caravel.content.design.ReaderWords;

/**
 * The mail as one recipient gets it.
 *
 * @param contact null where there is nobody yet
 * @param at his place among the recipients, from 0
 * @param of how many they are
 * @param missing each merge field of the mail -> how many recipients have no value for it
 * @param known what the menu of merge fields offers
 * @param leaves whether the mail says how to get no more of them
 * @param htmlBytes size of the HTML
 * @param fieldLooks what is wrong with its merge fields
 */
record Shown(Rendered mail, @Nullable Contact contact, int at, int of, Map<String, Integer> missing, List<String> known, List<Link> links, boolean leaves, int htmlBytes,
        List<FieldLooks.Look> fieldLooks) {

    /** Finds words of the mail as he reads them. */
    ReaderWords readerWords() {
        return ReaderWords.of(contact == null ? Map.of() : contact.mergeValues());
    }
}
