package app.caravel.cli;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;

/**
 * A verb and the verbs below it. Only those named on the line are made: making all of them costs more time than most verbs
 * take. Where none fits, all are there for the help and for the proposal of what was meant.
 */
record Verbs(Class<?> type, Map<String, Verbs> below) {

    static final Verbs ALL = group(CommandLineFace.Root.class,
            verb(DemoVerb.class),
            group(AccountVerbs.class, verb(AccountAddVerb.class), verb(AccountVerbs.Test.class), verb(AccountSentVerb.class), verb(AccountSignatureVerb.class), verb(AccountHealthVerb.class), verb(AccountVerbs.ListAll.class), verb(AccountVerbs.Rest.class), verb(AccountVerbs.GoOn.class)),
            group(CampaignVerbs.class, verb(CampaignVerbs.Create.class), verb(CampaignCheckVerb.class), verb(CampaignPlanVerb.class), verb(CampaignCalendarVerb.class), verb(CampaignVerbs.Test.class),
                    verb(CampaignSendVerb.class), verb(CampaignVerbs.Pause.class), verb(CampaignVerbs.Resume.class), verb(CampaignVerbs.Cancel.class),
                    verb(CampaignMoreVerbs.Add.class), verb(CampaignMoreVerbs.Again.class), verb(CampaignMoreVerbs.Release.class), verb(CampaignResolveVerb.class), verb(CampaignVerbs.Status.class)),
            group(ContactsVerbs.class, verb(ContactsVerbs.Import.class), verb(ContactsVerbs.Undo.class), verb(ContactsVerbs.Export.class), verb(ContactsCheckVerb.class),
                    verb(SuppressionVerbs.Suppress.class), verb(SuppressionVerbs.Unsuppress.class), verb(SuppressionVerbs.Suppressed.class), verb(ContactsEraseVerb.class), verb(ContactsDataVerb.class)),
            group(ProductVerbs.class, verb(ProductVerbs.Import.class)),
            group(ReportVerbs.class, verb(ReportVerbs.OfCampaign.class)),
            group(LogVerbs.class, verb(LogSearchVerb.class), verb(LogVerbs.Rebuild.class)),
            verb(SyncVerb.class),
            group(TrackerVerb.class, verb(TrackerServeVerb.class),
                    group(TrackerWorkspaceVerb.class, verb(TrackerWorkspaceVerb.Add.class), verb(TrackerWorkspaceVerb.List.class),
                            verb(TrackerWorkspaceVerb.Revoke.class), verb(TrackerWorkspaceVerb.Delete.class)),
                    verb(TrackerPairVerb.class)),
            verb(BackupVerb.class),
            verb(RestoreVerb.class),
            group(UserAgentVerb.class, verb(UserAgentVerb.Classify.class)));

    private static Verbs verb(Class<?> type) {
        return new Verbs(type, Map.of());
    }

    private static Verbs group(Class<?> type, Verbs... below) {
        var named = new LinkedHashMap<String, Verbs>();
        for (var verb : below) {
            named.put(verb.type.getAnnotation(CommandLine.Command.class).name(), verb);
        }
        return new Verbs(type, named);
    }

    /** The command line for these arguments. */
    CommandLine commandLine(String... arguments) {
        return build(List.of(arguments));
    }

    private CommandLine build(List<String> arguments) {
        var made = new CommandLine(make());
        int at = place(arguments);
        if (at < 0) {
            below.forEach((name, verb) -> made.addSubcommand(name, verb.build(List.of())));
        } else {
            var name = arguments.get(at);
            var verb = below.get(name);
            if (verb != null) {
                made.addSubcommand(name, verb.build(arguments.subList(at + 1, arguments.size())));
            }
        }
        return made;
    }

    /** Where the first verb stands; -1 where something else stands before it, or none is named. */
    private int place(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (below.containsKey(argument)) {
                return i;
            }
            if (argument.equals("--home")) {
                i++; // its folder may be called like a verb
            } else if (!argument.startsWith("--home=") && !argument.equals("--json")) {
                return -1;
            }
        }
        return -1;
    }

    private Object make() {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(type + " is no verb", e);
        }
    }
}
