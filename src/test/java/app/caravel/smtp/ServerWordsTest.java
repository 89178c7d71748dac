package app.caravel.smtp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class ServerWordsTest {

    @ParameterizedTest(name = "{0} {1} means {2}")
    @CsvSource(delimiter = '|', value = {
            "250 | 250 2.0.0 Ok: queued as 4AC | TAKEN",
            "250 | 250 Mail OK, your message is not spam | TAKEN",
            "535 | 535 Login Fail. Please enter your authorization code to login | SIGN_IN",
            "550 | 550 User has no permission | BLOCKED_ACCOUNT",
            "526 | 526 Authentication failure[0] | SIGN_IN",
            "535 | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant | NO_PASSWORDS",
            "550 | 550 5.7.30 Basic authentication is not supported for Client Submission. | NO_PASSWORDS",
            "534 | 534 5.7.9 Application-specific password required | SIGN_IN",
            "550 | 550 域名当日发信量到达上限 | LIMIT",
            "550 | 550 Domain frequency limited | TOO_FAST",
            "550 | 550 Mailbox unavailable or access denied | RECIPIENT_BUSY",
            "554 | 554 Reject by behaviour spam ANTISPAM_BAT[01201311]: too frequently sending | TOO_FAST",
            "550 | 550 5.4.5 Daily user sending limit exceeded | LIMIT",
            "450 | 450-Requested mail action not taken: mailbox unavailable 450 Mail send limit exceeded. | LIMIT",
            "550 | 550 5.4.6 Unusual sending activity detected | BLOCKED_ACCOUNT",
            "550 | 550; 5.7.515 Access denied, sending domain [x.cn] does not meet the required authentication level. | UNPROVEN_DOMAIN",
            "550 | 550-5.7.26 This mail has been blocked because the sender is unauthenticated. | UNPROVEN_DOMAIN",
            "550 | 550 5.4.1 Recipient address rejected: Access denied. | NO_SUCH_USER",
            "550 | 550 5.1.1 The email account that you tried to reach does not exist. | NO_SUCH_USER",
            "550 | 550 User not found: x@163.com | NO_SUCH_USER",
            "550 | 550 RC:NE | NO_SUCH_USER",
            "550 | 550 该用户不存在 | NO_SUCH_USER",
            "551 | 551 5.1.1 recipient is not exist | NO_SUCH_USER",
            "552 | 552 5.2.2 The email account that you tried to reach is over quota and inactive | MAILBOX_OFF",
            "552 | 552 5.2.2 mailbox full | MAILBOX_FULL",
            "550 | 550 收件人空间不足 | MAILBOX_FULL",
            "554 | 554 DT:SPM 163 smtp11 | CONTENT",
            "554 | 554 5.7.1 looks like spam | CONTENT",
            "550 | 550 Mail content denied | CONTENT",
            "451 | 451 MI:SFQ smtp3 | TOO_FAST",
            "421 | 421 HL:ICC smtp3 | TOO_MANY_CONNECTIONS",
            "450 | 450 DT:RBL x | REPUTATION",
            "450 | 450 4.2.0 Recipient address rejected: Greylisted | GREYLISTED",
            "451 | 451 4.7.1 greylisted | GREYLISTED",
            "550 | 550 4.4.7 QUEUE.Expired;message expired | TOO_LONG_UNDERWAY",
            "552 | 552 5.3.4 Message size exceeds fixed limit | TOO_BIG",
            "550 | 550 5.7.1 Unable to relay | RELAY",
            "553 | 553 5.1.3 Missing final '@domain' | BAD_ADDRESS",
            "452 | 452 4.5.3 too many recipients | TOO_FAST",
            "550 | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found | NO_SUCH_USER",
            "556 | 556 5.1.10 Domain does not accept mail (null MX) | NO_SUCH_DOMAIN",
            "421 | 421 Service not available | LATER",
            "0 | smtp; 550 5.1.1 <a@b.c>: user unknown | NO_SUCH_USER",
            "550 | 550 Requested action not taken | REFUSED"})
    void readsWhatProvidersSay(int code, String text, ServerMeaning meaning) {
        assertEquals(meaning, ServerWords.read(code, text));
    }

    @Test
    void everyMeaningHasItsSentenceInBothLanguages() {
        for (var meaning : ServerMeaning.values()) {
            for (var language : Texts.Language.values()) {
                assertFalse(Texts.in(language).get(meaning.reason()).contains("smtp.means"), meaning.name());
            }
        }
    }
}
