package app.caravel.desktop.sandbox;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.evidence.EvidenceListener;
import app.caravel.evidence.ViewedEvent;
import app.caravel.reason.Reason;
import app.caravel.sandbox.AsShown;
import app.caravel.sandbox.CaughtMail;
import app.caravel.sandbox.Readers;
import app.caravel.sandbox.Sandbox;

/** What the sandbox inbox shows and can do. */
final class SandboxInboxViewModel {

    /** A day passes in a minute. */
    static final Duration DAY = Duration.ofSeconds(60);
    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    private record Read(Readers.Played played, @Nullable Long report) {}

    /** A mail with what it did. */
    record Story(long campaignId, long messageId, List<ViewedEvent> events) {}

    final StringProperty search = new SimpleStringProperty("");
    final ObjectProperty<@Nullable CaughtMail> chosen = new SimpleObjectProperty<>();
    final ObjectProperty<Boolean> pictures = new SimpleObjectProperty<>(true);
    private final Sandbox sandbox;
    private final Background background;
    private final Duration day;
    private final Load<List<CaughtMail>> mails;
    private final Load<Story> story;
    private final ReadOnlyObjectWrapper<Readers.@Nullable Played> played = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> playing = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<@Nullable Reason> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> anybodyLeft = new ReadOnlyObjectWrapper<>(false);
    private final Set<String> read = new HashSet<>();
    private @Nullable Long report;
    private volatile boolean stop;

    /** @param day how long the customers' day takes */
    SandboxInboxViewModel(Sandbox sandbox, Background background, Duration day) {
        this.day = day;
        this.sandbox = sandbox;
        this.background = background;
        this.mails = new Load<>(background);
        this.story = new Load<>(background);
        search.addListener((_, _, _) -> refresh());
        sandbox.workspace().evidence().sync().listen(new EvidenceListener() {
            @Override
            public void arrived(List<ViewedEvent> events) {
                retell(events);
            }

            @Override
            public void judged(List<ViewedEvent> events) {
                retell(events);
            }
        });
    }

    /** The chosen mail's story fills while the customers read. */
    private void retell(List<ViewedEvent> events) {
        background.onScreen(() -> {
            var mail = chosen.get();
            var told = story.value();
            if (mail != null && told != null && events.stream().anyMatch(event -> event.messageId() == told.messageId())) {
                tell(mail);
            }
        });
    }

    /** Why nothing can be caught; null where the mail server runs. */
    ReadOnlyObjectProperty<@Nullable Reason> problem() {
        return problem.getReadOnlyProperty();
    }

    void tryAnotherPort() {
        background.run(sandbox::tryAnotherPort, this::refresh);
    }

    /** Whether a customer has not read yet who would. */
    ReadOnlyObjectProperty<Boolean> anybodyLeft() {
        return anybodyLeft.getReadOnlyProperty();
    }

    /** Hands on the mail as it is shown now, its links saying where they lead. */
    void shown(CaughtMail mail, Consumer<String> then) {
        boolean withPictures = pictures.get();
        background.run(() -> AsShown.html(mail, withPictures, sandbox::destinationOf), then);
    }

    Load<List<CaughtMail>> mails() {
        return mails;
    }

    Load<Story> story() {
        return story;
    }

    ReadOnlyObjectProperty<Readers.@Nullable Played> played() {
        return played.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> playing() {
        return playing.getReadOnlyProperty();
    }

    void refresh() {
        problem.set(sandbox.mailProblem());
        background.run(() -> sandbox.customers().anybodyLeft(), anybodyLeft::set);
        var wanted = search.get().strip().toLowerCase(Locale.ROOT);
        mails.from(() -> sandbox.caught().all().stream()
                .filter(mail -> (mail.to() + " " + mail.toName() + " " + mail.subject()).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparingInt(CaughtMail::number).reversed()).toList());
    }

    boolean isRead(CaughtMail mail) {
        return read.contains(mail.caravelId());
    }

    /** Opens a mail as its recipient: with pictures on, that is an opening. */
    void choose(CaughtMail mail) {
        boolean first = read.add(mail.caravelId());
        chosen.set(mail);
        story.clear();
        if (first && pictures.get() && !mail.pixel().isEmpty()) {
            fetch(mail, mail.pixel());
        } else {
            tell(mail);
        }
    }

    /** Follows a link as the recipient. */
    void follow(CaughtMail mail, String url) {
        fetch(mail, url);
    }

    private void fetch(CaughtMail mail, String url) {
        background.run(() -> {
            sandbox.readers().fetchAs(url, BROWSER);
            sandbox.workspace().evidence().sync().pull();
        }, () -> tell(mail));
    }

    private void tell(CaughtMail mail) {
        story.from(() -> {
            var id = HexFormat.of().parseHex(mail.caravelId().isEmpty() ? "00" : mail.caravelId());
            var found = sandbox.workspace().runs().messages().findByRandomId(id);
            return found.map(message -> new Story(message.campaignId(), message.id(), sandbox.workspace().evidence().events().eventsOf(message.id())))
                    .orElse(new Story(0, 0, List.of()));
        });
    }

    /** Lets the customers read; a day passes in a minute. */
    void letThemRead() {
        if (playing.get()) {
            return;
        }
        stop = false;
        playing.set(true);
        background.run(_ -> {
            var all = sandbox.customers().read(day, () -> !stop, now -> background.onScreen(() -> played.set(now)));
            return new Read(all, sandbox.firstSteps().now().report());
        }, _ -> { }, result -> {
            report = result.report();
            played.set(result.played());
            playing.set(false); // last: whoever hears it finds what came of it
            refresh();
            var mail = chosen.get();
            if (mail != null) {
                tell(mail);
            }
        }, reason -> {
            played.set(null);
            playing.set(false);
            background.tell(reason);
        });
    }

    /** The campaign that was read last; null before. */
    @Nullable Long report() {
        return report;
    }

    void stop() {
        stop = true;
    }
}
