package app.caravel.desktop.today;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

import app.caravel.desktop.kit.Ui;

/** Phone numbers as people read them aloud, +49 40 5550 1870, and calling them. */
final class Phones {

    private Phones() {}

    /** Hands the number to the system's telephone, and copies it for those who have none on this computer. */
    static void call(Ui ui, TodayViewModel model, Day.Caller caller) {
        var phone = caller.person().phone();
        if (phone == null) {
            return;
        }
        var content = new ClipboardContent();
        content.putString(phone);
        Clipboard.getSystemClipboard().setContent(content);
        ui.toasts().done(ui.text("today.call.toast", "phone", shown(phone)));
        model.call(caller);
    }

    static String shown(String e164) {
        try {
            var phones = PhoneNumberUtil.getInstance();
            return phones.format(phones.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
