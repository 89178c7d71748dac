package app.caravel.account.health;

/** A line that somebody can enter at the domain's DNS. */
public record DnsLine(String name, String type, String value) {

    /** As a zone file writes it; texts beyond 255 characters in parts. */
    public String written() {
        return name + ". " + type + " " + (type.equals("TXT") ? quoted(value) : value);
    }

    private static String quoted(String value) {
        var parts = new StringBuilder();
        for (int from = 0; from < value.length(); from += 255) {
            parts.append(from == 0 ? "" : " ").append('"').append(value, from, Math.min(value.length(), from + 255)).append('"');
        }
        return parts.toString();
    }
}
