package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageState;
import app.caravel.contact.Contact;
import app.caravel.content.Rendered;
import app.caravel.desktop.delivery.DeliveryReports;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageSource;
import app.caravel.desktop.kit.Ui;
import app.caravel.reason.Problem;
import app.caravel.report.CampaignReport;
import app.caravel.report.MessageStories.Happening;
import app.caravel.report.ProductClicks;
import app.caravel.report.RecipientFilter;
import app.caravel.report.RecipientRow;
import app.caravel.report.Reports.OpensInHour;
import app.caravel.sandbox.Sandbox;
import app.caravel.workspace.Workspace;

/** The page of a campaign that was sent or is being sent: its numbers, its recipients, and one person's story. */
final class CampaignPageViewModel {

    private static final String COLUMNS = "columns.recipients";

    /** What stands above the table. */
    record Numbers(Campaign campaign, CampaignReport report, List<OpensInHour> opens, Map<RecipientFilter, Integer> counts, List<ProductClicks.Clicked> products) {}

    /**
     * One recipient: what is known of him and what happened to his mail.
     *
     * @param held his mail where manners keep it back
     */
    record Person(RecipientRow row, @Nullable Contact contact, List<Happening> happened, @Nullable Message held) {

        Person {
            happened = List.copyOf(happened);
        }
    }

    final Load<Numbers> numbers;
    final Load<Person> person;
    final ObjectProperty<RecipientFilter> filter = new SimpleObjectProperty<>(RecipientFilter.ALL);
    final StringProperty search = new SimpleStringProperty("");
    /** The item number of a product: who clicked it is shown; empty: whatever they clicked. */
    final StringProperty product = new SimpleStringProperty("");
    final RunViewModel run;
    final MoreToSend more;
    private final ReadOnlyObjectWrapper<@Nullable Integer> pointed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Long> campaignId = new ReadOnlyObjectWrapper<>();
    private final Workspace workspace;
    private final Background background;
    private final Supplier<String> language;

    /** @param language of the one who looks at it */
    CampaignPageViewModel(Workspace workspace, Background background, Supplier<String> language) {
        this.language = language;
        this.workspace = workspace;
        this.background = background;
        this.numbers = new Load<>(background);
        this.person = new Load<>(background);
        this.run = new RunViewModel(workspace, background);
        this.more = new MoreToSend(workspace, background, this::refresh);
    }

    /** What became of single mails, for whoever shows it. */
    DeliveryReports deliveries(Ui ui) {
        return new DeliveryReports(workspace, ui);
    }

    /** Which columns the recipients' table shows, as it was kept. */
    Optional<String> columns() {
        return workspace.settings().get(COLUMNS);
    }

    void keepColumns(String line) {
        workspace.settings().put(COLUMNS, line);
    }

    ReadOnlyObjectProperty<@Nullable Long> campaignId() {
        return campaignId.getReadOnlyProperty();
    }

    /** The row, among all recipients, that is pointed at: in a first report one that a robot opened. Null where none is. */
    ReadOnlyObjectProperty<@Nullable Integer> pointed() {
        return pointed.getReadOnlyProperty();
    }

    void open(long id) {
        if (!Long.valueOf(id).equals(campaignId.get())) {
            numbers.clear();
            person.clear();
            filter.set(RecipientFilter.ALL);
            search.set("");
            product.set("");
            pointed.set(null);
            campaignId.set(id);
            run.about(id);
        }
        refresh();
    }

    /** Reads numbers and progress anew. */
    void refresh() {
        var id = campaignId.get();
        if (id != null) {
            run.refresh(id);
            run.refreshRun(id);
            var reads = language.get();
            numbers.from(() -> {
                var campaign = workspace.campaigns().find(id).orElseThrow(() -> Problem.of("campaigns.gone"));
                var read = new Numbers(campaign, workspace.reports().of(campaign), workspace.reports().opensByHour(id), workspace.reports().recipientCounts(id),
                        workspace.productClicks().of(id, reads));
                Sandbox.of(workspace).filter(_ -> read.report().openedBy() + read.report().machineOpens() > 0).filter(sandbox -> !sandbox.firstSteps().reportOpened())
                        .ifPresent(sandbox -> firstReport(sandbox, id));
                return read;
            });
        }
    }

    private void firstReport(Sandbox sandbox, long id) {
        point(id, workspace.reports().firstOpenedByMachine(id));
        sandbox.firstSteps().openReport(id);
    }

    /** Points at the row of one recipient. */
    void pointAt(long message) {
        var id = campaignId.get();
        if (id != null) {
            filter.set(RecipientFilter.ALL);
            product.set("");
            background.run(() -> point(id, workspace.reports().rowOf(id, message)), () -> { });
        }
    }

    private void point(long id, OptionalInt at) {
        if (at.isPresent()) {
            var row = workspace.reports().recipients(id, RecipientFilter.ALL, "", at.getAsInt(), 1).getFirst();
            background.onScreen(() -> {
                pointed.set(null); // so that the same row is pointed at once more
                pointed.set(at.getAsInt());
                choose(row);
            });
        }
    }

    /** The recipients that filter and search leave. */
    PageSource<RecipientRow> recipients() {
        long id = campaignId.get() == null ? -1 : campaignId.get();
        var which = filter.get();
        var words = search.get().strip();
        var item = product.get();
        return new PageSource<>() {
            @Override
            public int count() {
                return words.isEmpty() && item.isEmpty() ? workspace.reports().recipientCounts(id).getOrDefault(which, 0) : workspace.reports().countRecipients(id, which, words, item);
            }

            @Override
            public List<RecipientRow> page(int offset, int limit) {
                return workspace.reports().recipients(id, which, words, item, offset, limit);
            }
        };
    }

    /** Reads what is known of a recipient. */
    void choose(RecipientRow row) {
        person.from(() -> new Person(row, workspace.contacts().find(row.contactId()).orElse(null), workspace.stories().of(row.messageId()),
                row.state() == MessageState.HELD ? workspace.runs().messages().find(row.messageId()).orElse(null) : null));
    }

    /** The mail as it was sent, or a problem that says that it was never made. */
    void mail(RecipientRow row, Consumer<Rendered> then) {
        background.run(() -> workspace.runs().messages().find(row.messageId()).flatMap(workspace.sentMails()::of)
                .map(mail -> mail.withHtml(workspace.pictures().shown(mail.html())))
                .orElseThrow(() -> Problem.of("campaigns.never-made", "name", row.shownName())), then);
    }

    /** Writes the recipients into a file; {@code .xlsx} by its name, CSV otherwise. */
    void export(Path file, Consumer<Path> then) {
        var id = campaignId.get();
        if (id != null) {
            background.run(() -> {
                workspace.reportFiles().write(id, file);
                return file;
            }, then);
        }
    }

    /** A list of those who clicked, and a draft to them. */
    void writeToClicked(String draftName, String listName, Consumer<Campaign> then) {
        var id = campaignId.get();
        if (id != null) {
            background.run(() -> {
                var people = workspace.reports().recipients(id, RecipientFilter.CLICKED, "", 0, Integer.MAX_VALUE).stream().map(RecipientRow::contactId).toList();
                return new Drafts(workspace).begin(draftName, listName, people);
            }, then);
        }
    }

    void copy(Campaign campaign, Consumer<Campaign> then) {
        background.run(() -> workspace.campaigns().duplicate(campaign), then);
    }
}
