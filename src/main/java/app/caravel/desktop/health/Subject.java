package app.caravel.desktop.health;

import java.util.List;

import app.caravel.audience.Health;
import app.caravel.audience.Segment;
import app.caravel.campaign.Audience;
import app.caravel.dns.MailServers;
import app.caravel.workspace.Workspace;

/** Whom to look through, and what leaving people out of it means. Each method but {@link #key} reads or writes the database. */
public sealed interface Subject {

    /** What stays the same while its people change. */
    Object key();

    Health check(Workspace workspace, MailServers.Progress progress);

    /** How many it left out. */
    int leaveOut(Workspace workspace, List<Long> people);

    /** How many it let in again. */
    int letIn(Workspace workspace, List<Long> people);

    /** The people of a list; to leave out means to take out of the list. */
    record OfList(long list) implements Subject {
        @Override
        public Object key() {
            return list;
        }

        @Override
        public Health check(Workspace workspace, MailServers.Progress progress) {
            return workspace.listHealth().check(list, progress);
        }

        @Override
        public int leaveOut(Workspace workspace, List<Long> people) {
            return workspace.lists().remove(list, people);
        }

        @Override
        public int letIn(Workspace workspace, List<Long> people) {
            return workspace.lists().add(list, people);
        }
    }

    /** Whom a segment finds now; nobody can be left out of it but by its conditions. */
    record OfSegment(Segment segment) implements Subject {
        @Override
        public Object key() {
            return segment;
        }

        @Override
        public Health check(Workspace workspace, MailServers.Progress progress) {
            return workspace.listHealth().check(workspace.segments().filter(segment.query()), progress);
        }

        @Override
        public int leaveOut(Workspace workspace, List<Long> people) {
            return 0;
        }

        @Override
        public int letIn(Workspace workspace, List<Long> people) {
            return 0;
        }
    }

    /** The people whom a draft goes to; to leave out means to leave out of this campaign alone. */
    record OfDraft(long campaign, Audience audience) implements Subject {
        @Override
        public Object key() {
            return List.of(campaign, audience.to(), audience.not());
        }

        @Override
        public Health check(Workspace workspace, MailServers.Progress progress) {
            return workspace.listHealth().check(workspace.recipients().filter(audience), progress);
        }

        @Override
        public int leaveOut(Workspace workspace, List<Long> people) {
            return change(workspace, people, true);
        }

        @Override
        public int letIn(Workspace workspace, List<Long> people) {
            return change(workspace, people, false);
        }

        private int change(Workspace workspace, List<Long> people, boolean out) {
            var now = workspace.campaigns().find(campaign).orElseThrow();
            var changed = out ? now.audience().without(people) : now.audience().letIn(people);
            workspace.campaigns().saveDetails(now.withAudience(changed));
            return Math.abs(changed.without().size() - now.audience().without().size());
        }
    }
}
