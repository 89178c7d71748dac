package app.caravel.campaign;

import java.util.List;
import java.util.Map;

/** A mail of which all is known; the courier that takes it makes its bytes, so that many are made at once. */
record Prepared(Message message, Ledger.Starting starting, Map<String, Object> values, List<Attachments.Kept> own, MailMaker maker) {

    byte[] mime() {
        return maker.mime(message, values, own);
    }
}
