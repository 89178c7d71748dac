package app.caravel.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.tracker.TrackerWorkspaces;

/** {@code caravel tracker workspace ...}: who may sign links and pull events; works beside a running server. */
@Command(name = "workspace", description = "Who may use a tracker. Works beside the running server.")
public final class TrackerWorkspaceVerb extends VerbGroup {

    /** What all of them take. */
    static final class Data {

        @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder of the tracker's database.")
        Path folder;

        TrackerWorkspaces open() {
            return TrackerWorkspaces.in(folder);
        }
    }

    /** Prints what pairs a desktop with the workspace, once. */
    @Command(name = "add", description = "Make a workspace and print its pairing line.")
    public static final class Add implements Callable<Integer> {

        @CommandLine.Mixin
        Options options;

        @CommandLine.Mixin
        Data data;

        @Parameters(paramLabel = "NAME")
        String name;

        @Option(names = "--public-url", paramLabel = "URL", description = "Where the world reaches the tracker (default: as it was started).")
        @Nullable String publicUrl;

        @Override
        public Integer call() {
            var pairing = data.open().add(name, publicUrl);
            if (options.json()) {
                var row = new LinkedHashMap<String, Object>();
                row.put("workspace", name);
                row.put("public_url", pairing.baseUrl());
                row.put("pairing", pairing.write());
                options.print(row);
            } else {
                options.out().println("Take this line into Caravel (Settings, Pair tracker). It holds keys and is shown only now:");
                options.out().println(pairing.write());
            }
            return 0;
        }
    }

    @Command(name = "list", description = "The workspaces, and what waits for them.")
    public static final class List implements Callable<Integer> {

        @CommandLine.Mixin
        Options options;

        @CommandLine.Mixin
        Data data;

        @Override
        public Integer call() {
            for (var workspace : data.open().list()) {
                if (options.json()) {
                    var row = new LinkedHashMap<String, @Nullable Object>();
                    row.put("workspace", workspace.name());
                    row.put("created", workspace.createdAt().toString());
                    row.put("revoked", workspace.revokedAt() == null ? null : workspace.revokedAt().toString());
                    row.put("events", workspace.events());
                    row.put("last_event", workspace.lastEventAt() == null ? null : workspace.lastEventAt().toString());
                    options.print(row);
                } else {
                    options.out().printf("%-24s %8d events%s%n", workspace.name(), workspace.events(), workspace.revokedAt() == null ? "" : ", revoked");
                }
            }
            return 0;
        }
    }

    @Command(name = "revoke", description = "Refuse a workspace's links and desktop from now on; its events stay.")
    public static final class Revoke implements Callable<Integer> {

        @CommandLine.Mixin
        Options options;

        @CommandLine.Mixin
        Data data;

        @Parameters(paramLabel = "NAME")
        String name;

        @Override
        public Integer call() {
            data.open().revoke(name);
            return 0;
        }
    }

    @Command(name = "delete", description = "Delete a workspace, its keys and its events.")
    public static final class Delete implements Callable<Integer> {

        @CommandLine.Mixin
        Options options;

        @CommandLine.Mixin
        Data data;

        @Parameters(paramLabel = "NAME")
        String name;

        @Override
        public Integer call() {
            data.open().delete(name);
            return 0;
        }
    }
}
