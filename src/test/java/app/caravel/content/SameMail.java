package app.caravel.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads a tracked mail back: its pixel taken out and each click address replaced by the destination that it leads to, it must be
 * the untracked mail again, node by node, comments that only Outlook reads included. A DOM here is a line for each node.
 */
final class SameMail implements Tracking {

    private static final String CLICK = "https://t.example/c/";
    private static final String PIXEL = "https://t.example/o/pixel";

    private final Map<String, String> destinations = new HashMap<>();
    private int pixels;
    private int clicks;

    @Override
    public String click(int link, String destination) {
        var address = CLICK + link + "?" + Integer.toHexString(destination.hashCode());
        destinations.put(address, destination);
        return address;
    }

    @Override
    public String pixel() {
        return PIXEL;
    }

    @Override
    public String unsubscribe() {
        return "https://t.example/u/page";
    }

    /** How many pixels the tracked mails held that were read. */
    int pixels() {
        return pixels;
    }

    /** How many links led to the tracker. */
    int clicks() {
        return clicks;
    }

    /** The nodes of a mail, with what tracking changes in it taken back. */
    List<String> nodes(String html) {
        var lines = new ArrayList<String>();
        for (var node : Jsoup.parse(html).childNodes()) {
            lines(node, "", lines);
        }
        return lines;
    }

    private void lines(Node node, String indent, List<String> lines) {
        switch (node) {
            case Element element when element.attr("src").equals(PIXEL) -> pixels++;
            case Element element -> {
                var line = new StringBuilder(indent).append('<').append(element.tagName());
                for (var attribute : element.attributes()) {
                    line.append(' ').append(attribute.getKey()).append('=').append(value(element, attribute));
                }
                lines.add(line.toString());
                element.childNodes().forEach(child -> lines(child, indent + " ", lines));
            }
            case Comment comment when comment.getData().startsWith("[if ") -> {
                lines.add(indent + "comment");
                Jsoup.parseBodyFragment(comment.getData()).body().childNodes().forEach(child -> lines(child, indent + " ", lines));
            }
            case TextNode text -> lines.add(indent + "text " + text.getWholeText());
            case DataNode data -> lines.add(indent + "data " + data.getWholeData());
            default -> lines.add(indent + node.outerHtml());
        }
    }

    private String value(Element element, Attribute attribute) {
        var destination = attribute.getKey().equals("href") && !element.normalName().equals("link") ? destinations.get(attribute.getValue()) : null;
        clicks += destination == null ? 0 : 1;
        return destination == null ? attribute.getValue() : destination;
    }
}
