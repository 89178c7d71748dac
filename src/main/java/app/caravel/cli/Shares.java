package app.caravel.cli;

import java.util.ArrayList;
import java.util.List;

import app.caravel.campaign.Spread;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** The accounts of a campaign as they are named on the line: NAME, or NAME=WEIGHT. */
final class Shares {

    private Shares() {}

    static Spread parse(List<String> written, String how, Workspace workspace) {
        var shares = new ArrayList<Spread.Share>();
        for (var each : written) {
            shares.add(share(each, workspace));
        }
        try {
            return new Spread(Spread.By.of(how), shares);
        } catch (IllegalArgumentException e) {
            throw Problem.of("cli.no-spread", "spread", how);
        }
    }

    private static Spread.Share share(String written, Workspace workspace) {
        var whole = workspace.accounts().find(written);
        if (whole.isPresent()) {
            return new Spread.Share(whole.get().id(), 1, null);
        }
        int at = written.lastIndexOf('=');
        if (at < 0) {
            throw Problem.of("cli.no-account", "account", written);
        }
        var name = written.substring(0, at);
        var account = workspace.accounts().find(name).orElseThrow(() -> Problem.of("cli.no-account", "account", name));
        var weight = written.substring(at + 1).strip();
        if (!weight.matches("[1-9]\\d{0,3}")) {
            throw Problem.of("campaign.bad-share", "share", written);
        }
        return new Spread.Share(account.id(), Integer.parseInt(weight), null);
    }
}
