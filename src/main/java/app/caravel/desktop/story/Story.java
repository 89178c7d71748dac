package app.caravel.desktop.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.calendar.TheirZone;
import app.caravel.campaign.MessageState;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Timeline;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.MessageStories.Event;
import app.caravel.report.MessageStories.Happening;
import app.caravel.report.MessageStories.Step;
import app.caravel.smtp.ServerWords;

/** One message's story for the details panel: why we believe that a person read it, and what happened, newest first. */
public final class Story {

    private static final int REASONS = 5;
    private static final double TIME = 76;

    private Story() {}

    /** Who somebody is, below his name: company, place with the hour there, and the address where the name is not it. */
    public static String[] lines(Ui ui, String name, String address, @Nullable String company, @Nullable String city, @Nullable String country, @Nullable String timeZone) {
        var lines = new ArrayList<String>();
        if (company != null) {
            lines.add(company);
        }
        var place = Stream.of(city, country == null ? null : ui.formats().country(country)).filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(ui.text("story.comma")));
        if (!place.isEmpty()) {
            lines.add(TheirZone.of(timeZone, country, city)
                    .map(zone -> ui.text("story.place-now", "place", place, "time", ui.formats().time(ui.clock().instant(), zone.zone()))).orElse(place));
        }
        if (!name.equals(address)) {
            lines.add(address);
        }
        return lines.toArray(String[]::new);
    }

    /**
     * The verdict's chip and the reasons as ticked sentences; what does not count comes last. Empty where there is no sign.
     *
     * @param verdict of all events together: person, likely, proxy, machine, pending; null for no sign
     */
    public static List<Node> why(Ui ui, @Nullable String verdict, List<? extends Happening> happened) {
        var nodes = new ArrayList<Node>();
        var chip = StoryWords.verdict(ui, verdict);
        if (verdict == null || chip == null) {
            return nodes;
        }
        var word = switch (verdict) {
            case "person" -> ui.text("story.read-by-person");
            case "likely" -> ui.text("story.read-likely");
            default -> chip.word();
        };
        nodes.add(Space.row(8, new Chip(word, chip.icon(), chip.meaning())));
        var reasons = new LinkedHashMap<String, Boolean>();
        for (boolean people : new boolean[] {true, false}) {
            for (var happening : happened) {
                if (happening instanceof Event event && event.isPerson() == people) {
                    event.reasons().forEach(reason -> reasons.putIfAbsent(ui.text(reason), people));
                }
            }
        }
        var sentences = Space.column(8);
        reasons.entrySet().stream().limit(REASONS).forEach(each -> sentences.getChildren().add(sentence(each.getKey(), each.getValue())));
        if (!sentences.getChildren().isEmpty()) {
            nodes.add(sentences);
        }
        return nodes;
    }

    private static HBox sentence(String text, boolean counts) {
        var words = Words.wrapped(Words.of(text, "small"));
        words.setMinWidth(0);
        return new HBox(8, Icons.of(counts ? Feather.CHECK : Feather.MINUS, "small", counts ? "person" : "subtle"), Space.grow(words));
    }

    /** The steps and events as a timeline; that it was queued and was on its way is not told. */
    public static Timeline timeline(Ui ui, List<? extends Happening> happened) {
        return new Timeline(happened.stream().flatMap(happening -> entry(ui, happening, happened)).toList(), TIME);
    }

    private static Stream<Timeline.Entry> entry(Ui ui, Happening happening, List<? extends Happening> happened) {
        var time = ui.formats().timeline(happening.at());
        var hover = ui.formats().full(happening.at());
        return switch (happening) {
            case Event event -> Stream.of(entry(ui, event));
            case Step step when step.state() == MessageState.QUEUED || step.state() == MessageState.SENDING -> Stream.empty();
            case Step step -> Stream.of(new Timeline.Entry(time, hover, fill(step.state()), what(ui, step, happened), said(ui, step)));
        };
    }

    /** An opening, a click or an unsubscription as a row of a timeline. */
    public static Timeline.Entry entry(Ui ui, Event event) {
        return new Timeline.Entry(ui.formats().timeline(event.at()), ui.formats().full(event.at()), StoryWords.fill(event.verdict()), what(ui, event), detail(ui, event));
    }

    /** Deferred, and for how long: until it was on its way again. */
    private static String what(Ui ui, Step step, List<? extends Happening> happened) {
        var word = StoryWords.message(ui, step.state()).word();
        if (step.state() != MessageState.DEFERRED) {
            return word;
        }
        return happened.stream().filter(next -> next instanceof Step(var at, var state, var _, var _) && state == MessageState.SENDING && at.isAfter(step.at()))
                .map(Happening::at).min(Comparator.naturalOrder())
                .map(again -> ui.text("story.deferred-for", "time", ui.formats().duration(Duration.between(step.at(), again)))).orElse(word);
    }

    /** Why, in plain words; where a server refused, its own stand below them. */
    private static @Nullable String said(Ui ui, Step step) {
        var ours = step.reason() == null ? null : ui.text(step.reason());
        boolean refused = step.reply() != null && (step.state() == MessageState.DEFERRED || step.state() == MessageState.FAILED);
        if (!refused) {
            return ours == null ? step.reply() : ours;
        }
        return Stream.of(ours, ui.text(ServerWords.read(0, step.reply()).reason()), step.reply()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private static String what(Ui ui, Event event) {
        boolean counts = event.verdict() == null || event.isPerson() || "pending".equals(event.verdict());
        return switch (event.kind()) {
            case "open" -> ui.text(counts ? "story.event.opened" : "story.event.fetched");
            case "click" -> ui.text(counts ? "story.event.clicked" : "story.event.link-fetched", "link", event.link() == null ? "" : event.link());
            case "unsubscribe" -> ui.text("story.unsubscribed");
            default -> ui.text("story.event.unsubscribe-page");
        };
    }

    private static @Nullable String detail(Ui ui, Event event) {
        var chip = event.isPerson() ? null : StoryWords.verdict(ui, event.verdict());
        return chip == null ? null : chip.word();
    }

    /** The fill of a state in a timeline. */
    public static String fill(MessageState state) {
        return switch (state) {
            case FAILED, BOUNCED -> "fill-bounce";
            case DEFERRED, IN_DOUBT -> "fill-scheduled";
            default -> "fill-plain";
        };
    }
}
