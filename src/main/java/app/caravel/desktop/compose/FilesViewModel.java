package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Attachments.Attached;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignCheck.Luggage;
import app.caravel.campaign.EachFiles;
import app.caravel.campaign.EachFiles.Each;
import app.caravel.campaign.invitation.Invitation;
import app.caravel.contact.Filter;
import app.caravel.content.pictures.DataPictures;
import app.caravel.content.pictures.PictureStore;
import app.caravel.desktop.kit.Background;
import app.caravel.workspace.Workspace;

/** What goes along with a draft's mails: files, one file per recipient, an appointment; and what the whole weighs. */
final class FilesViewModel {

    /** People whose values are looked for in a file's name. */
    private static final int LOOKED_AT = 500;

    /**
     * All of it.
     *
     * @param invitation null: none
     */
    record Shown(List<Attached> files, List<Each> each, @Nullable Invitation invitation, Luggage luggage) {}

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final Workspace workspace;
    private final Background background;
    private Background.@Nullable Job job;
    private @Nullable Campaign campaign;

    FilesViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
    }

    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The draft as it is now; null where none is written. */
    void about(@Nullable Campaign draft) {
        if (draft == null || campaign == null || draft.id() != campaign.id()) {
            shown.set(null);
        }
        campaign = draft;
        look();
    }

    private void look() {
        var draft = campaign;
        if (job != null) {
            job.cancel();
        }
        if (draft != null) {
            job = background.run(() -> new Shown(workspace.attachments().attached(draft.id()), workspace.eachFiles().of(draft.id()),
                    workspace.invitations().of(draft.id()).orElse(null), workspace.check().luggage(draft)), shown::set, background::tell);
        }
    }

    private void change(Consumer<Campaign> act) {
        var draft = campaign;
        if (draft != null) {
            background.run(() -> act.accept(draft), this::look);
        }
    }

    void add(List<Path> files) {
        change(draft -> files.forEach(file -> workspace.attachments().add(draft.id(), file)));
    }

    void remove(Attached file) {
        change(_ -> workspace.attachments().remove(file.id()));
    }

    /** Takes {@link #remove} back. */
    void putBack(Attached file) {
        change(draft -> workspace.attachments().put(draft.id(), file.kept()));
    }

    void rename(Attached file, String name) {
        if (!name.isBlank() && !name.equals(file.kept().name())) {
            change(_ -> workspace.attachments().rename(file.id(), name));
        }
    }

    /** Proposes the pattern of which one recipient's file is an example. */
    void propose(Path example, Consumer<String> then) {
        var draft = campaign;
        if (draft != null) {
            background.run(() -> EachFiles.proposed(String.valueOf(example.getFileName()), someValues(draft)), then);
        }
    }

    private List<Map<String, Object>> someValues(Campaign draft) {
        var filter = draft.audience().isChosen() ? workspace.recipients().filter(draft.audience()) : Filter.EVERYONE;
        var values = new ArrayList<Map<String, Object>>();
        var ids = workspace.contacts().ids(filter);
        workspace.contacts().forEach(ids.subList(0, Math.min(LOOKED_AT, ids.size())), contact -> values.add(contact.mergeValues()));
        return values;
    }

    /** Who would have his file by a pattern and who not. */
    void tryPattern(Path folder, String pattern, Consumer<Luggage> then) {
        var draft = campaign;
        if (draft != null) {
            background.run(() -> workspace.check().luggage(draft, List.of(new Each(0, folder, pattern))), then, _ -> {});
        }
    }

    void addEach(Path folder, String pattern) {
        change(draft -> workspace.eachFiles().add(draft.id(), folder, pattern));
    }

    void remove(Each each) {
        change(_ -> workspace.eachFiles().remove(each.id()));
    }

    void putBack(Each each) {
        addEach(each.folder(), each.pattern());
    }

    /** Keeps the appointment; null takes it off. */
    void invite(@Nullable Invitation invitation) {
        change(draft -> {
            if (invitation == null) {
                workspace.invitations().remove(draft.id());
            } else {
                workspace.invitations().put(draft.id(), invitation);
            }
        });
    }

    /** HTML, or a document that holds HTML, with the pictures that are written into it kept beside it; how many they were. */
    void embed(String html, Consumer<Embedded> then) {
        background.run(() -> {
            var moved = DataPictures.moved(html, workspace.pictures());
            return new Embedded(moved, PictureStore.in(moved).size() - PictureStore.in(html).size());
        }, then);
    }

    /** What was given, after {@link #embed}. */
    record Embedded(String html, int pictures) {}
}
