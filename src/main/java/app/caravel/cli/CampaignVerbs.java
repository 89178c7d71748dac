package app.caravel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.Runs;
import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.content.Mjml;
import app.caravel.content.Original;
import app.caravel.content.design.DesignHtml;
import app.caravel.content.design.DesignJson;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code campaign}: make, try, send, hold and decide. */
@Command(
        name = "campaign",
        description = "Campaigns: create, check, plan, test, send, pause, resume, cancel, add, again, release, resolve, status.")
public final class CampaignVerbs extends VerbGroup {

    @Command(name = "create", description = "Makes a campaign from files.")
    static final class Create implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "NAME")
        String name;

        @Spec
        CommandSpec spec;

        @Option(names = "--list", paramLabel = "L", description = "Goes to this list; may be repeated.")
        List<String> lists = List.of();

        @Option(names = "--segment", paramLabel = "G", description = "Goes to this segment; may be repeated, also beside --list.")
        List<String> segments = List.of();

        @Option(names = "--exclude-list", paramLabel = "L", description = "But not to this list; may be repeated.")
        List<String> notLists = List.of();

        @Option(names = "--exclude-segment", paramLabel = "G", description = "But not to this segment; may be repeated.")
        List<String> notSegments = List.of();

        @Option(names = "--account", required = true, paramLabel = "A[=WEIGHT]", description = "Leaves by this account; may be repeated: then it is spread, always the same account for the same person.")
        List<String> accounts;

        @Option(names = "--spread", paramLabel = "HOW", description = "What decides between several accounts: weight (default) or owner, the contact's salesperson.")
        String spread = "weight";

        @Option(names = "--manners", paramLabel = "on|off", description = "Whether people written to lately are held back (default: on, but off for accounts on this computer).")
        @Nullable String manners;

        @Option(names = "--subject", required = true, paramLabel = "S")
        String subject;

        @ArgGroup(multiplicity = "1")
        Body body;

        /** One of the ways to write a mail. */
        static final class Body {
            @Option(names = "--html", paramLabel = "F", description = "The HTML, UTF-8; sent as given.")
            @Nullable Path html;

            @Option(names = "--mjml", paramLabel = "F", description = "MJML, UTF-8, made into HTML.")
            @Nullable Path mjml;

            @Option(names = "--design", paramLabel = "F", description = "A design of blocks, JSON as Caravel keeps it, made into HTML in the workspace's brand.")
            @Nullable Path design;
        }

        @Mixin
        VariantOptions variants;

        @Option(names = "--text", paramLabel = "F", description = "The plain text (default: made from the HTML).")
        @Nullable Path text;

        @Option(names = "--attach", paramLabel = "F", description = "A file that goes along; may be repeated.")
        List<Path> attach = List.of();

        @Option(names = "--attach-each", paramLabel = "FOLDER/PATTERN", description = "A file for each recipient, by a name with merge fields: quotes/quote-{{ customer_no }}.pdf; may be repeated.")
        List<Path> attachEach = List.of();

        @Override
        public Integer call() {
            var original = original();
            var plain = text == null ? null : read(text);
            try (var workspace = options.open()) {
                var audience = audience(workspace);
                var others = variants.read(subject, workspace);
                var by = Shares.parse(accounts, spread, workspace);
                var kept = Switch.parse("--manners", manners);
                var campaign = workspace.campaigns().create(name, audience, by.shares().getFirst().accountId(), subject, html(original, workspace), plain, original);
                if (!others.isEmpty()) {
                    workspace.campaigns().saveContent(campaign.withVariants(others));
                }
                workspace.campaigns().spreads().put(campaign.id(), by);
                if (kept != null) {
                    workspace.manners().put(campaign.id(), kept);
                }
                attach.forEach(file -> workspace.attachments().add(campaign.id(), file));
                attachEach.forEach(each -> workspace.eachFiles().add(campaign.id(), Objects.requireNonNullElse(each.getParent(), Path.of("")), String.valueOf(each.getFileName())));
                CampaignStatus.print(options, workspace.runs().progress(campaign.id()), workspace.runs().messages());
            }
            return 0;
        }

        private Original original() {
            if (body.mjml != null) {
                return Original.mjml(read(body.mjml));
            }
            return body.design == null ? Original.HTML : Original.design(read(body.design));
        }

        private String html(Original original, Workspace workspace) {
            if (original.source() == null) {
                return read(Objects.requireNonNull(body.html));
            }
            return made(original, "en", workspace);
        }

        /** The HTML of a mail that is written in something else. */
        static String made(Original original, String language, Workspace workspace) {
            var source = Objects.requireNonNull(original.source());
            return original.kind() == Original.Kind.MJML ? Mjml.toHtml(source, language)
                    : DesignHtml.of(DesignJson.read(source), workspace.brands().brand(), DesignHtml.Pictures.AS_WRITTEN);
        }

        private Audience audience(Workspace workspace) {
            if (lists.isEmpty() && segments.isEmpty()) {
                throw new CommandLine.ParameterException(spec.commandLine(), Texts.in(Texts.Language.ENGLISH).get("cli.no-audience"));
            }
            var audience = Audience.NOBODY;
            for (var one : lists) {
                audience = audience.to(list(workspace, one));
            }
            for (var one : segments) {
                audience = audience.to(segment(workspace, one));
            }
            for (var one : notLists) {
                audience = audience.not(list(workspace, one));
            }
            for (var one : notSegments) {
                audience = audience.not(segment(workspace, one));
            }
            return audience;
        }

        private static Audience.Part list(Workspace workspace, String name) {
            return Audience.Part.of(workspace.lists().find(name).orElseThrow(() -> Problem.of("cli.no-list", "list", name)));
        }

        private static Audience.Part segment(Workspace workspace, String name) {
            var segment = workspace.segments().get(name);
            return new Audience.Part(Audience.Kind.SEGMENT, segment.id(), segment.name());
        }

        static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new Problem(Reason.of("campaign.file-unreadable", "file", file.toString()), e);
            }
        }
    }

    @Command(name = "test", description = "Sends one mail of the campaign to an address of your own; the ledger does not count it.")
    static final class Test implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "NAME")
        String name;

        @Option(names = "--to", required = true, paramLabel = "ADDRESS")
        String to;

        @Option(names = "--as", paramLabel = "CONTACT", description = "The address of the contact whose values are filled in, in whose language (default: the audience's first).")
        @Nullable String as;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                var campaign = workspace.campaigns().named(name);
                var reply = workspace.testMails().send(campaign, to, as == null ? first(workspace, campaign) : contact(workspace, as));
                workspace.sentCopies().awaitLook();
                if (options.json()) {
                    options.print(Map.of("campaign", name, "to", to, "reply", reply.text()));
                } else {
                    options.out().println(reply.text());
                }
            }
            return 0;
        }

        private static @Nullable Contact first(Workspace workspace, Campaign campaign) {
            return workspace.contacts().page(workspace.recipients().filter(campaign.audience()), 0, 1).stream().findFirst()
                    .flatMap(row -> workspace.contacts().find(row.id())).orElse(null);
        }

        private static Contact contact(Workspace workspace, String address) {
            return EmailAddress.parse(address).flatMap(workspace.contacts()::find).orElseThrow(() -> Problem.of("campaign.no-such-contact", "address", address));
        }
    }

    /** A verb on one campaign that prints its status. */
    abstract static class OnOne implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "NAME")
        String name;

        @Override
        public final Integer call() {
            try (var workspace = options.openExisting()) {
                var campaign = workspace.campaigns().named(name);
                act(workspace, campaign);
                LogVerbs.complete(options, workspace);
                CampaignStatus.print(options, workspace.runs().progress(campaign.id()), workspace.runs().messages());
            }
            return 0;
        }

        abstract void act(Workspace workspace, Campaign campaign);
    }

    @Command(name = "pause", description = "Lets what is under way end and sends no more; reaches a running desktop too.")
    static final class Pause extends OnOne {
        @Override
        void act(Workspace workspace, Campaign campaign) {
            workspace.runs().pause(campaign);
        }
    }

    @Command(name = "resume", description = "Goes on with a paused campaign.")
    static final class Resume extends OnOne {
        @Override
        void act(Workspace workspace, Campaign campaign) {
            workspace.runs().send(campaign, Runs.CONNECTIONS);
            AccountSentVerb.finish(options, workspace);
        }
    }

    @Command(name = "cancel", description = "Ends a campaign for good: what has not gone will not go.")
    static final class Cancel extends OnOne {
        @Override
        void act(Workspace workspace, Campaign campaign) {
            workspace.runs().cancel(campaign);
        }
    }

    @Command(name = "status", description = "How far a campaign is; without a name, all of them.")
    static final class Status implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "NAME", arity = "0..1")
        @Nullable String name;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                var campaigns = name == null ? workspace.campaigns().all() : List.of(workspace.campaigns().named(name));
                campaigns.forEach(campaign -> CampaignStatus.print(options, workspace.runs().progress(campaign.id()), workspace.runs().messages()));
            }
            return 0;
        }
    }
}
