package app.caravel.desktop.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import app.caravel.evidence.Belief;
import app.caravel.evidence.ViewedEvent;
import app.caravel.protocol.RawEvent;

/** A row of the list. */
sealed interface Row {

    /** What is the same while a row changes. */
    Object key();

    /** A day, above its rows. */
    record Day(LocalDate date) implements Row {
        @Override
        public Object key() {
            return date;
        }
    }

    /**
     * What one person did within half an hour.
     *
     * @param events oldest first; at least one
     */
    record Visit(List<ViewedEvent> events) implements Row {

        public Visit {
            events = List.copyOf(events);
        }

        @Override
        public Object key() {
            return events.getFirst().id();
        }

        ViewedEvent first() {
            return events.getFirst();
        }

        ViewedEvent last() {
            return events.getLast();
        }

        Instant began() {
            return first().at();
        }

        /** The strongest of its beliefs. */
        Belief belief() {
            return events.stream().map(event -> event.verdict().belief()).min(Belief::compareTo).orElseThrow();
        }

        /** How often the mail was opened, by people or not yet known by whom. */
        int opens() {
            return (int) counting().filter(event -> event.kind() == RawEvent.Kind.OPEN).count();
        }

        /** What the followed links say, each once, in the order of the clicks. */
        List<String> links() {
            return counting().filter(event -> event.kind() == RawEvent.Kind.CLICK).map(Visit::link).distinct().toList();
        }

        boolean has(RawEvent.Kind kind) {
            return counting().anyMatch(event -> event.kind() == kind);
        }

        List<String> campaigns() {
            return events.reversed().stream().map(ViewedEvent::campaign).distinct().toList();
        }

        /** The events that speak: those of people and of nobody yet; where there are none, all. */
        private java.util.stream.Stream<ViewedEvent> counting() {
            boolean machine = belief() == Belief.MACHINE || belief() == Belief.PROXY;
            return events.stream().filter(event -> machine || event.verdict().belief().compareTo(Belief.PENDING) <= 0);
        }

        private static String link(ViewedEvent event) {
            var text = event.linkText();
            return text == null || text.isBlank() ? Objects.requireNonNullElse(event.url(), "") : text;
        }
    }

    /** What one program or provider fetched within half an hour, oldest first: no person. */
    record Machines(List<ViewedEvent> events) implements Row {

        public Machines {
            events = List.copyOf(events);
        }

        @Override
        public Object key() {
            return -events.getFirst().id();
        }

        Instant began() {
            return events.getFirst().at();
        }

        /** Its name; empty where it gave none that we know. */
        String program() {
            return events.getFirst().program();
        }

        Belief belief() {
            return events.getFirst().verdict().belief();
        }

        int links() {
            return (int) events.stream().filter(event -> event.kind() != RawEvent.Kind.OPEN).count();
        }

        int pictures() {
            return events.size() - links();
        }

        int people() {
            return (int) events.stream().map(ViewedEvent::contactId).distinct().count();
        }
    }
}
