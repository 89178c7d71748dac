package app.caravel.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A content made ready: renders any number of recipients, from any number of threads. */
public final class CompiledContent {

    private final ContentSource source;
    private final Assembly subject;
    private final Assembly html;
    private final Assembly text;
    private final List<Link> links;
    private final Set<String> fields;
    private final boolean namesSender;
    private final KnownAddresses addresses = new KnownAddresses();

    CompiledContent(ContentSource source, Assembly subject, Assembly html, Assembly text, List<Link> links, Set<String> fields) {
        this.source = source;
        this.subject = subject;
        this.html = html;
        this.text = text;
        this.links = List.copyOf(links);
        this.fields = Set.copyOf(fields);
        this.namesSender = source.html().contains(SenderWords.SIGNATURE) || source.subject().contains(SenderWords.SIGNATURE) || source.text() != null && source.text().contains(SenderWords.SIGNATURE);
    }

    /** What it was compiled from, with the plain text's template that was made where none was given; compiles to the same again. */
    public ContentSource source() {
        return source;
    }

    /** The links that can be tracked; index = number. */
    public List<Link> links() {
        return links;
    }

    /** The merge fields used anywhere, those of conditions and destinations included. */
    public Set<String> fields() {
        return fields;
    }

    /** Whether its mails end as the account wants that they leave by. */
    public boolean namesSender() {
        return namesSender;
    }

    /**
     * One recipient's mail.
     *
     * @param values merge values by field; blank ones count as missing
     */
    public Rendered render(Map<String, Object> values, Tracking tracking) {
        var rendering = new Rendering(values, tracking, addresses);
        var line = Cleaning.header(subject.render(rendering));
        return new Rendered(line, html.render(rendering), text.render(rendering), rendering.findings());
    }
}
