package app.caravel.report;

/** Which recipients of a campaign a table shows. */
public enum RecipientFilter {
    ALL("1 = 1"),
    CLICKED("clicked > 0"),
    OPENED("opened > 0"),
    NO_SIGN("state = 'sent' AND signs = 0"),
    PROXY_OR_MACHINE("signs > 0 AND opened = 0 AND clicked = 0"),
    UNSUBSCRIBED("unsubscribed > 0"),
    NOT_SENT("state IN ('failed', 'bounced', 'suppressed', 'cancelled')"),
    HELD("state = 'held'"),
    IN_DOUBT("state = 'in_doubt'");

    private final String sql;

    RecipientFilter(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
