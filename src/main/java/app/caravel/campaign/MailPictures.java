package app.caravel.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.smtp.EncodedFile;
import app.caravel.smtp.OutgoingMail;

/** The kept pictures of one content, ready to leave within the mails that show them; read and encoded once for a run. */
final class MailPictures {

    private static final int HEX_OF_ID = 32;

    private final Map<String, OutgoingMail.Picture> bySource;

    private MailPictures(Map<String, OutgoingMail.Picture> bySource) {
        this.bySource = bySource;
    }

    /**
     * @param html a content's, with all that some recipients see and others do not
     * @throws Problem where a picture is gone: no mail can be made without it
     */
    static MailPictures of(String html, PictureStore store) {
        var pictures = new LinkedHashMap<String, OutgoingMail.Picture>();
        for (var source : PictureStore.in(html)) {
            var file = store.path(source);
            var name = String.valueOf(file.getFileName());
            try {
                var id = name.substring(0, HEX_OF_ID) + "@pictures.invalid";
                pictures.put(source, new OutgoingMail.Picture(id, PictureStore.mediaType(source), EncodedFile.read(file)));
            } catch (IOException e) {
                throw new Problem(Reason.of("pictures.missing", "file", name), e);
            }
        }
        return new MailPictures(pictures);
    }

    /** Those that this recipient's mail shows, each once. */
    List<OutgoingMail.Picture> in(String html) {
        if (bySource.isEmpty()) {
            return List.of();
        }
        var shown = new ArrayList<OutgoingMail.Picture>();
        bySource.forEach((source, picture) -> {
            if (html.contains(source)) {
                shown.add(picture);
            }
        });
        return shown;
    }

    /** The mail with its pictures' addresses within it. */
    String addressed(String html) {
        return bySource.isEmpty() ? html : PictureStore.replaced(html, source -> {
            var picture = bySource.get(source);
            return picture == null ? source : "cid:" + picture.contentId();
        });
    }
}
