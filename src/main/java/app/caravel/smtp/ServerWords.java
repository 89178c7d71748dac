package app.caravel.smtp;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a server's answer means. First the words that a provider is known by, because their codes mislead (Tencent
 * says {@code 550 Mailbox unavailable} to a recipient who got too much, Microsoft {@code 5.4.1 Access denied} where there
 * is no such user); then the enhanced status code (RFC 3463); then the reply code. The words are those of the providers'
 * help pages and of real bounces, as of 2026-11.
 */
public final class ServerWords {

    private record Rule(Pattern words, ServerMeaning meaning) {
        static Rule of(String regex, ServerMeaning meaning) {
            return new Rule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), meaning);
        }
    }

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

    /** Who is known by his words. The first that fits is it: the narrower stand above the wider. */
    private static final List<Rule> KNOWN = List.of(
            // signing in
            Rule.of("authorization code|授权码|client password|客户端专用密码|application-specific password", ServerMeaning.SIGN_IN),
            Rule.of("basic authentication is (not supported|disabled)|SmtpClientAuthentication is disabled|security defaults policy|5\\.7\\.139", ServerMeaning.NO_PASSWORDS),
            Rule.of("User has no permission|message sending for this account is disabled|Sender Address Blocked|Unusual sending activity", ServerMeaning.BLOCKED_ACCOUNT),
            Rule.of("too much fail authentication|^53[458]\\b|^526\\b|authentication failed|authentication required|login fail", ServerMeaning.SIGN_IN),
            // limits
            Rule.of("域名当日发信量到达上限|daily user sending (limit|quota) exceeded|mail send limit exceeded|5\\.7\\.(232|233|705)|\\b[45]\\.4\\.5\\b.*(limit|quota)", ServerMeaning.LIMIT),
            Rule.of("(sender|domain|connection|ip) frequency limited|frequency limited|too frequently sending|currently unexpected sending|MI:SFQ|rate limit|too many (messages|mails|emails)|MI:DMC|RP:DRC|HL:IFC|4\\.7\\.28", ServerMeaning.TOO_FAST),
            Rule.of("too many (concurrent |simultaneous )?connections|HL:ICC|too many concurrent", ServerMeaning.TOO_MANY_CONNECTIONS),
            Rule.of("mailbox unavailable or access denied", ServerMeaning.RECIPIENT_BUSY),
            Rule.of("RP:(CEL|CCL)|MI:(CEL|CCL)|HL:REP", ServerMeaning.TOO_FAST),
            // proof of the domain and its name
            Rule.of("(SPF|DKIM|DMARC)[^.]{0,40}(check )?(fail|not pass|required|unauthenticated)|unauthenticated (email|mail)|required authentication level|5\\.7\\.(5?15|26|27|30|32)\\b|4\\.7\\.(26|27|30|32)\\b|HL:MEP|fake sender", ServerMeaning.UNPROVEN_DOMAIN),
            Rule.of("spamhaus|blocklist|blacklist(?!.*user in)|\\bRBL\\b|DT:RBL|WM:BL[IU]|suspected spam ip|suspected bounce attacks|IP is rejected|invalid ip|low reputation|very low reputation|5\\.7\\.(60[6-9]|6[1-4]\\d)\\b|5\\.7\\.50[1-3]\\b|5\\.7\\.511", ServerMeaning.REPUTATION),
            // content
            Rule.of("DT:SPM|ANTISPAM|content (denied|rejected)|content is embedded|spam is embedded|looks like spam|spam message|identified as spam|suspected spam|message (was )?(rejected|refused).{0,30}spam|considered (to be )?spam|\\bSPAM\\b", ServerMeaning.CONTENT),
            Rule.of("(blocked|malicious|phishing).{0,30}(url|link)|\\bSURBL\\b|\\bURIBL\\b|\\bDBL\\b", ServerMeaning.BAD_LINK),
            Rule.of("size limit exceeded|message (too large|size exceeds)|^552 5\\.3\\.4|5\\.3\\.4\\b|mail size", ServerMeaning.TOO_BIG),
            // the recipient
            Rule.of("user in blacklist", ServerMeaning.NOT_ALLOWED_THERE),
            Rule.of("over quota and inactive|account.{0,20}(disabled|suspended|inactive)|mailbox (is )?(disabled|inactive)|user (suspended|hangup|is disabled)|未开通|已停用", ServerMeaning.MAILBOX_OFF),
            Rule.of("收件人空间不足|mailbox (is )?full|over ?quota|quota (exceeded|full)|insufficient (system )?storage|空间不足", ServerMeaning.MAILBOX_FULL),
            Rule.of("5\\.4\\.1\\b.*access denied|5\\.1\\.10\\b.*(not found|resolver)", ServerMeaning.NO_SUCH_USER),
            Rule.of("null mx|does not accept mail|5\\.1\\.10\\b", ServerMeaning.NO_SUCH_DOMAIN),
            Rule.of("该用户不存在|用户不存在|(user|mailbox|recipient|account|address|email)[^.;]{0,40}(not found|unknown|does not exist|not exist|doesn.t exist|invalid)|no such (user|mailbox|recipient|address|local user)|"
                    + "unknown (user|recipient|mailbox|local)|user unknown|no mailbox here|RC:(LD|NE)|invalid (recipient|mailbox)|永久的错误", ServerMeaning.NO_SUCH_USER),
            Rule.of("host (or domain name )?not found|domain (not found|does not exist)|unrouteable|no (such|mx).{0,10}(domain|host)|name service error|NXDOMAIN", ServerMeaning.NO_SUCH_DOMAIN),
            Rule.of("gr[ae]y ?list|try again later.{0,20}greylist|postgrey|temporarily (deferred|delayed) .{0,30}(unknown|first)", ServerMeaning.GREYLISTED),
            Rule.of("queue\\.?expired|delivery time expired|4\\.4\\.7\\b|5\\.4\\.7\\b", ServerMeaning.TOO_LONG_UNDERWAY),
            // us
            Rule.of("relay(ing)? (access )?(denied|not permitted|not allowed)|unable to relay|local user only", ServerMeaning.RELAY),
            Rule.of("sender (address )?(is )?(rejected|refused|denied)|not (owned by|allowed to send as)|SendAsDenied|mail from must (be )?(same|equal)", ServerMeaning.SENDER_REFUSED),
            Rule.of("must issue a STARTTLS|TLS (is )?required|encryption (is )?required", ServerMeaning.ENCRYPTION));

    private ServerWords() {}

    public static ServerMeaning read(SmtpReply reply) {
        return read(reply.code(), reply.text());
    }

    /**
     * @param code three digits, or 0 where only words are known (a diagnostic code of a bounce)
     * @param text the answer as it came; the code may stand in it again
     */
    public static ServerMeaning read(int code, @Nullable String text) {
        var words = text == null ? "" : text.strip();
        int known = code > 0 ? code : leadingCode(words);
        if (known >= 200 && known < 400) {
            return ServerMeaning.TAKEN;
        }
        for (var rule : KNOWN) {
            if (rule.words().matcher(words).find()) {
                return rule.meaning();
            }
        }
        var enhanced = ENHANCED.matcher(words);
        if (enhanced.find()) {
            var meaning = ofStatus(Integer.parseInt(enhanced.group(2)), Integer.parseInt(enhanced.group(3)), enhanced.group(1).equals("4"));
            if (meaning != null) {
                return meaning;
            }
        }
        return ofCode(known);
    }

    private static int leadingCode(String words) {
        var code = Pattern.compile("^(?:smtp;\\s*)?([245]\\d\\d)(?=[\\s-]|$)", Pattern.CASE_INSENSITIVE).matcher(words.toLowerCase(Locale.ROOT));
        return code.find() ? Integer.parseInt(code.group(1)) : 0;
    }

    /** RFC 3463 section 3. */
    private static @Nullable ServerMeaning ofStatus(int subject, int detail, boolean temporary) {
        return switch (subject * 1000 + detail) {
            case 1_001, 1_006 -> ServerMeaning.NO_SUCH_USER;
            case 1_002, 4_004 -> ServerMeaning.NO_SUCH_DOMAIN;
            case 1_003 -> ServerMeaning.BAD_ADDRESS;
            case 1_007, 1_008 -> ServerMeaning.SENDER_REFUSED;
            case 2_001 -> ServerMeaning.MAILBOX_OFF;
            case 2_002 -> ServerMeaning.MAILBOX_FULL;
            case 2_003, 3_004 -> ServerMeaning.TOO_BIG;
            case 3_001, 3_002, 4_001, 4_002, 4_003, 4_005 -> ServerMeaning.THEIR_SERVER_BUSY;
            case 4_007 -> ServerMeaning.TOO_LONG_UNDERWAY;
            case 5_003 -> ServerMeaning.TOO_FAST;
            case 6_000, 6_001, 6_005 -> ServerMeaning.CONTENT;
            case 7_000, 7_001 -> temporary ? ServerMeaning.LATER : ServerMeaning.POLICY;
            case 7_002 -> ServerMeaning.NOT_ALLOWED_THERE;
            case 7_008, 7_009 -> ServerMeaning.SIGN_IN;
            case 7_010, 7_011 -> ServerMeaning.ENCRYPTION;
            case 7_020, 7_021, 7_022, 7_023, 7_024, 7_025 -> ServerMeaning.UNPROVEN_DOMAIN;
            default -> null;
        };
    }

    /** RFC 5321 section 4.2.3. */
    private static ServerMeaning ofCode(int code) {
        return switch (code) {
            case 421, 450, 451 -> ServerMeaning.LATER;
            case 422, 452 -> ServerMeaning.THEIR_SERVER_BUSY;
            case 454, 526, 530, 534, 535, 538 -> ServerMeaning.SIGN_IN;
            case 551 -> ServerMeaning.NO_SUCH_USER;
            case 552 -> ServerMeaning.TOO_BIG;
            case 501, 553 -> ServerMeaning.BAD_ADDRESS;
            default -> code >= 400 && code < 500 ? ServerMeaning.LATER : ServerMeaning.REFUSED;
        };
    }
}
