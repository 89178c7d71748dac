package app.caravel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.report.CampaignReport;
import app.caravel.report.ProductClicks;
import app.caravel.report.RecipientFilter;
import app.caravel.report.RecipientRow;
import app.caravel.report.Reports;

/** {@code report}: what became of a campaign. */
@Command(name = "report", description = "Reports.")
public final class ReportVerbs extends VerbGroup {

    @Command(name = "campaign", description = "Who got it, who opened it, who followed which link. views and clicks are all hits; opened_by and clicked_by count people.")
    static final class OfCampaign implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "NAME")
        String name;

        @Option(names = "--csv", paramLabel = "FILE", description = "Also write the recipients as CSV for Excel.")
        @Nullable Path csv;

        @Option(names = "--xlsx", paramLabel = "FILE", description = "Also write the recipients as an Excel workbook.")
        @Nullable Path xlsx;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                var campaign = workspace.campaigns().named(name);
                workspace.evidence().sync().settle();
                var report = workspace.reports().of(campaign);
                var rows = workspace.reports().recipients(campaign.id(), RecipientFilter.ALL, "", 0, Integer.MAX_VALUE);
                if (csv != null) {
                    workspace.reportFiles().csv(campaign.id(), csv);
                }
                if (xlsx != null) {
                    workspace.reportFiles().xlsx(campaign.id(), xlsx);
                }
                if (options.json()) {
                    options.print(json(report, workspace.productClicks().of(campaign.id(), "en"), rows, workspace.reports().hits(campaign.id())));
                } else {
                    ReportTable.print(options.out(), report, workspace.productClicks().of(campaign.id(), "en"), rows);
                }
            }
            return 0;
        }
    }

    /** The contract's keys, in its order. */
    static Map<String, Object> json(CampaignReport report, List<ProductClicks.Clicked> products, List<RecipientRow> rows, Map<Long, List<Reports.Hit>> hits) {
        var json = new LinkedHashMap<String, Object>();
        json.put("campaign", report.campaign());
        json.put("sent", report.sent());
        json.put("opened_by", report.openedBy());
        json.put("clicked_by", report.clickedBy());
        json.put("replied", report.replied());
        json.put("bounced", report.bounced());
        json.put("unsubscribed", report.unsubscribed());
        json.put("machine_opens", report.machineOpens());
        json.put("proxy_opens", report.proxyOpens());
        json.put("links", report.links().stream().map(link -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("url", link.url());
            row.put("clicked_by", link.clickedBy());
            row.put("clicks", link.clicks());
            return row;
        }).toList());
        json.put("products", products.stream().map(product -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("item", product.item());
            row.put("name", product.name());
            row.put("clicked_by", product.clickedBy());
            row.put("clicks", product.clicks());
            return row;
        }).toList());
        json.put("recipients", rows.stream().map(row -> recipient(row, hits.getOrDefault(row.messageId(), List.of()))).toList());
        return json;
    }

    private static Map<String, Object> recipient(RecipientRow row, List<Reports.Hit> hits) {
        var json = new LinkedHashMap<String, Object>();
        json.put("address", row.address());
        json.put("state", row.state().key());
        json.put("viewed", row.views() > 0);
        json.put("first_viewed", row.firstViewed() == null ? null : row.firstViewed().toString());
        json.put("views", row.views());
        var clicks = new ArrayList<Map<String, Object>>();
        for (var hit : hits) {
            if (hit.kind().equals("click")) {
                var click = new LinkedHashMap<String, Object>();
                click.put("url", hit.url());
                click.put("at", hit.at().toString());
                click.put("verdict", hit.verdict());
                clicks.add(click);
            }
        }
        json.put("clicks", clicks);
        json.put("verdicts", hits.stream().map(Reports.Hit::verdict).toList());
        return json;
    }
}
