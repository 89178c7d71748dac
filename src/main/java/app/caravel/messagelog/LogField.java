package app.caravel.messagelog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The 27 fields of Exchange Server 2013, in their order. */
public enum LogField {
    DATE_TIME, CLIENT_IP, CLIENT_HOSTNAME, SERVER_IP, SERVER_HOSTNAME, SOURCE_CONTEXT, CONNECTOR_ID, SOURCE, EVENT_ID, INTERNAL_MESSAGE_ID, MESSAGE_ID,
    NETWORK_MESSAGE_ID, RECIPIENT_ADDRESS, RECIPIENT_STATUS, TOTAL_BYTES, RECIPIENT_COUNT, RELATED_RECIPIENT_ADDRESS, REFERENCE, MESSAGE_SUBJECT, SENDER_ADDRESS,
    RETURN_PATH, MESSAGE_INFO, DIRECTIONALITY, TENANT_ID, ORIGINAL_CLIENT_IP, ORIGINAL_SERVER_IP, CUSTOM_DATA;

    /** All names, as they stand in {@code #Fields}. */
    public static final List<String> KEYS = Arrays.stream(values()).map(LogField::key).toList();

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in {@code #Fields}: date-time. */
    public String key() {
        return key;
    }
}
