package app.caravel.desktop.compose;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

import app.caravel.campaign.Audience;
import app.caravel.content.Original;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/**
 * How long after a letter a writer sees the preview's new mail, for 20 kB of blocks, HTML and MJML and an audience of 5,000:
 * {@code TypingTime NEWSLETTER.html TEMPLATE.mjml}. Beside the breath of the typing, which is within, the mail is made, shown as a
 * recipient gets it, and the advice on it is read; the WebView's drawing is not within. Kept on disk it is afterwards.
 */
public final class TypingTime {

    private static final int ROUNDS = 80;
    /** PAUSE of canvas.js. */
    private static final double CANVAS = 30;

    private TypingTime() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("typing");
        try (var workspace = Workspace.open(new Home(folder.resolve("home")))) {
            var list = workspace.lists().create("Buyers");
            workspace.database().jdbi().useTransaction(h -> {
                for (int i = 0; i < 5_000; i++) {
                    h.execute("INSERT INTO contact (address, written_address, name, first_name, country, language, created_at, changed_at) VALUES (?, ?, ?, ?, 'DE', 'en', 0, 0)",
                            "buyer" + i + "@company" + i + ".example", "buyer" + i + "@company" + i + ".example", "Anna Weber" + i, i % 50 == 0 ? null : "Anna");
                    h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
                }
            });
            long cold = System.nanoTime();
            var model = new ComposeViewModel(workspace, new InlineBackground());
            System.out.printf("warmed up in %.0f ms; a breath is %.0f ms on the canvas, %.0f ms beside it%n", (System.nanoTime() - cold) / 1e6, CANVAS + TypingPauses.BREATH.toMillis(), TypingPauses.BREATH.toMillis());
            System.out.printf("%-28s %8s %8s %10s %8s %10s %10s%n", "typed to shown", "HTML", "first ms", "median ms", "p95 ms", "processor", "kept ms");
            var audience = Audience.of(list);
            var html = Files.readString(Path.of(arguments[0])).replaceAll("\\{\\{.*?}}", "{{ first_name | default: 'you' }}");
            model.open(workspace.campaigns().create("HTML", audience, null, "Panels", html, null).id());
            measure(model, TypingPauses.BREATH.toMillis(), "HTML of " + html.length(), turn -> model.source.set(html.replace("</body>", "x".repeat(turn) + "</body>")));
            measure(model, TypingPauses.BREATH.toMillis(), "its subject", turn -> model.subject.set("Panels" + "x".repeat(turn)));
            var mjml = Files.readString(Path.of(arguments[1]));
            model.open(workspace.campaigns().create("MJML", audience, null, "Panels", "<p>", null, Original.mjml(mjml)).id());
            measure(model, TypingPauses.BREATH.toMillis(), "MJML of " + mjml.length(), turn -> model.source.set(mjml.replace("</mj-body>", "<mj-section><mj-column><mj-text>" + "x".repeat(turn) + "</mj-text></mj-column></mj-section></mj-body>")));
            var design = design();
            var json = DesignJson.write(design);
            model.open(workspace.campaigns().create("Blocks", audience, null, "Panels", "", null, Original.design(json)).id());
            var editor = Objects.requireNonNull(model.editor().get());
            var first = design.blocks().getFirst();
            measure(model, CANVAS + TypingPauses.BREATH.toMillis(), "blocks, JSON of " + json.length(), turn -> editor.typed(first.id(), "html", "<p>Dear {{ first_name | default: 'you' }}, " + "x".repeat(turn) + "</p>"));
            model.close();
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private static void measure(ComposeViewModel model, double breath, String what, IntConsumer type) {
        var elapsed = new double[ROUNDS];
        var used = new double[ROUNDS];
        var kept = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            type.accept(i + 1);
            var before = model.shown().get();
            long began = System.nanoTime();
            long processor = processor();
            model.look();
            used[i] = (processor() - processor) / 1e6;
            elapsed[i] = breath + (System.nanoTime() - began) / 1e6;
            began = System.nanoTime();
            model.keep();
            kept[i] = (System.nanoTime() - began) / 1e6;
            if (model.shown().get() == before || model.wrong().get() != null) {
                throw new IllegalStateException("nothing new is shown: " + model.wrong().get());
            }
        }
        double first = elapsed[0];
        Arrays.sort(elapsed);
        Arrays.sort(used);
        Arrays.sort(kept);
        System.out.printf("%-28s %,8d %8.0f %10.1f %8.1f %10.1f %10.1f%n", what, Objects.requireNonNull(model.shown().get()).htmlBytes(), first, elapsed[ROUNDS / 2], elapsed[ROUNDS * 95 / 100], used[ROUNDS / 2], kept[ROUNDS / 2]);
    }

    /** The processor's share: others may use the computer too. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** As a price letter is: text, columns with buttons, a table, and what stands at the end; about 20 kB of HTML. */
    private static Design design() {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.of(BlockType.TEXT, Map.of("html", "<p>Dear {{ first_name | default: 'you' }},</p>")));
        for (int i = 0; i < 4; i++) {
            blocks.add(Block.of(BlockType.HEADING, Map.of("html", "Panels of the " + i + ". kind")));
            var column = List.of(Block.of(BlockType.TEXT, Map.of("html", "<p>36 W instead of 40, <b>five years</b> of guarantee, 25 days.</p>")),
                    Block.of(BlockType.BUTTON, Map.of("label", "See it", "href", "https://www.lumitech.example/p" + i)));
            blocks.add(Block.of(BlockType.COLUMNS_2).withColumns(List.of(column, column.stream().map(Block::copy).toList())));
        }
        blocks.add(Block.of(BlockType.PRICE_TABLE, Map.of("rows", "Item\tFOB Ningbo\tMOQ\n" + "LP-3636\tUSD 11.90\t500\n".repeat(8))));
        blocks.add(Block.of(BlockType.SIGNATURE, Map.of("html", "<p>Anna Wang</p>")));
        blocks.add(Block.of(BlockType.FOOTER));
        return Design.empty(Design.Layout.DESIGNED, "en").withBlocks(blocks);
    }
}
