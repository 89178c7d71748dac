package app.caravel.desktop.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.AddressCorrections;
import app.caravel.contact.Contact;
import app.caravel.contact.ContactList;
import app.caravel.contact.Edits.Edit;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Fact;
import app.caravel.contact.Merges;
import app.caravel.contact.Note;
import app.caravel.contact.Stage;
import app.caravel.contact.Tag;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** What can be done on a person's page, each with its way back. Who was deleted meanwhile is left alone; the page says so. */
final class PersonDeeds {

    /** The argument of a reason that names whose an address is. */
    static final String OWNER = "contact";

    final Undoable undoable;
    private final Workspace workspace;
    private final Background background;
    private final PersonViewModel model;

    PersonDeeds(Workspace workspace, Background background, PersonViewModel model) {
        this.workspace = workspace;
        this.background = background;
        this.model = model;
        this.undoable = new Undoable(background, model::changed);
    }

    /** Puts a value in place of what was there; {@code then} is called where it is kept, {@code failed} with why not. */
    void set(Fact fact, @Nullable String value, Runnable then, Consumer<Reason> failed) {
        long id = model.contact();
        background.run(() -> workspace.edits().set(id, fact, value), edit -> kept(edit, Reason.of("person.changed-" + fact.key().replace('_', '-')), then), failed);
    }

    void setAttribute(String header, @Nullable String value, Runnable then, Consumer<Reason> failed) {
        long id = model.contact();
        background.run(() -> workspace.edits().setAttribute(id, header, value), edit -> kept(edit, Reason.of("person.changed-attribute", "header", header), then), failed);
    }

    private void kept(Optional<Edit> edit, Reason what, Runnable then) {
        edit.ifPresent(each -> undoable.did(what, () -> workspace.edits().takeBack(each)));
        then.run();
        model.changed();
    }

    /** Mail goes to this address from now on. Where somebody else has it, the reason names him. */
    void correctAddress(String typed, Runnable then, Consumer<Reason> failed) {
        long id = model.contact();
        background.run(() -> {
            var address = EmailAddress.parse(typed.strip()).orElseThrow(() -> Problem.of("contacts.not-an-address", "address", typed.strip()));
            var owner = workspace.contacts().find(address).map(Contact::id).orElse(id);
            if (owner != id) {
                throw new Problem(taken(address, owner));
            }
            return workspace.contacts().find(id).filter(now -> !now.address().equals(address)).isEmpty() ? List.<AddressCorrections.Change>of()
                    : workspace.addressCorrections().apply(Map.of(id, address));
        }, changes -> {
            if (!changes.isEmpty()) {
                undoable.did(Reason.of("person.changed-address"), () -> workspace.addressCorrections().takeBack(changes));
            }
            then.run();
            model.changed();
        }, failed);
    }

    private Reason taken(EmailAddress address, long owner) {
        return Reason.of("person.address-taken", "address", address.written(), "name", workspace.contacts().find(owner).map(Contact::shownName).orElse(""), OWNER, owner);
    }

    /** Makes one of him and of the one who has the address; that one stays, with what is said here before what is said there. */
    void mergeInto(long owner, LongConsumer then, Consumer<Reason> failed) {
        long id = model.contact();
        background.run(() -> workspace.merges().merge(owner, List.of(id), Merges.proposed(List.of(id, owner), workspace.merges().facts(List.of(id, owner)))), merge -> {
            then.accept(owner);
            undoable.did(Reason.of("person.merged"), () -> workspace.merges().undo(merge));
        }, failed);
    }

    void stage(@Nullable Stage stage) {
        set(Fact.STAGE, stage == null ? null : stage.key(), () -> {}, background::tell);
    }

    /** Keeps the note that is being written. */
    void addNote() {
        var text = model.note.get().strip();
        long id = model.contact();
        if (text.isEmpty()) {
            return;
        }
        background.run(() -> workspace.notes().add(id, text), added -> {
            model.note.set("");
            added.ifPresent(note -> undoable.did(Reason.of("person.noted"), () -> workspace.notes().delete(note.id())));
            model.changed();
        });
    }

    void changeNote(Note note, String text) {
        if (text.isBlank() || text.strip().equals(note.text())) {
            return;
        }
        background.run(() -> workspace.notes().change(note.id(), text), before -> {
            before.ifPresent(was -> undoable.did(Reason.of("person.note-changed"), () -> workspace.notes().putBack(was)));
            model.changed();
        });
    }

    void deleteNote(Note note) {
        background.run(() -> workspace.notes().delete(note.id()), deleted -> {
            deleted.ifPresent(was -> undoable.did(Reason.of("person.note-deleted"), () -> workspace.notes().putBack(was)));
            model.changed();
        });
    }

    void addTag(String name) {
        long id = model.contact();
        background.run(() -> {
            var tag = workspace.tags().create(name);
            return new Put<>(tag, workspace.tags().add(tag.id(), List.of(id)).size());
        }, put -> did(put.n(), Reason.of("person.tagged", "tag", put.what().name()), () -> workspace.tags().remove(put.what().id(), List.of(id))));
    }

    void removeTag(Tag tag) {
        long id = model.contact();
        background.run(() -> workspace.tags().remove(tag.id(), List.of(id)).size(),
                n -> did(n, Reason.of("person.untagged", "tag", tag.name()), () -> workspace.tags().add(tag.id(), List.of(id))));
    }

    void addToList(String name) {
        long id = model.contact();
        background.run(() -> {
            var list = workspace.lists().create(name);
            return new Put<>(list, workspace.lists().add(list.id(), List.of(id)));
        }, put -> did(put.n(), Reason.of("person.listed", "list", put.what().name()), () -> workspace.lists().remove(put.what().id(), List.of(id))));
    }

    void removeFromList(ContactList list) {
        long id = model.contact();
        background.run(() -> workspace.lists().remove(list.id(), List.of(id)),
                n -> did(n, Reason.of("person.unlisted", "list", list.name()), () -> workspace.lists().add(list.id(), List.of(id))));
    }

    private record Put<T>(T what, int n) {}

    private void did(int n, Reason what, Background.Act undo) {
        if (n > 0) {
            undoable.did(what, undo);
        }
        model.changed();
    }

    /** To be spoken to again on a day. */
    void plan(LocalDate day, String word) {
        long id = model.contact();
        background.run(() -> workspace.nextSteps().set(id, day, word), before -> {
            undoable.did(Reason.of("person.planned"), () -> workspace.nextSteps().putBack(id, before.orElse(null)));
            model.changed();
        });
    }

    void unplan() {
        long id = model.contact();
        background.run(() -> workspace.nextSteps().clear(id), before -> did(before.isPresent() ? 1 : 0, Reason.of("person.unplanned"), () -> workspace.nextSteps().putBack(id, before.orElse(null))));
    }

    /** What was planned is done. */
    void followedUp() {
        long id = model.contact();
        background.run(() -> workspace.nextSteps().done(id), done -> {
            done.ifPresent(each -> undoable.did(Reason.of("person.followed-up"), () -> workspace.nextSteps().takeBack(each)));
            model.changed();
        });
    }

    /** No mail goes to him any more. */
    void suppress() {
        long id = model.contact();
        background.run(() -> workspace.suppressions().addContacts(List.of(id), workspace.clock().instant()),
                added -> did(added.size(), Reason.of("person.suppressed"), () -> workspace.suppressions().takeBack(added)));
    }

    /** Deletes him; whom a mail waits for stays, and {@code stays} is called. */
    void delete(Runnable stays) {
        long id = model.contact();
        background.run(() -> workspace.deletions().delete(List.of(id)), deleted -> {
            if (deleted.deleted() == 0) {
                stays.run();
            }
            did(deleted.deleted(), Reason.of("person.deleted"), () -> workspace.deletions().undo(deleted.id()));
        });
    }
}
