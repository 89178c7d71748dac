package app.caravel.evidence;

import java.util.List;

/** Who wants to know what comes in. Called on the thread that pulled it, never on a screen's. */
public interface EvidenceListener {

    /** New events, judged as far as they can be. At a first pull they may be old: look at their times. */
    default void arrived(List<ViewedEvent> events) {}

    /** Events whose verdict is another one than when they arrived: a click that was pending, a burst found out. */
    default void judged(List<ViewedEvent> events) {}

    /** The tracker answered again, stopped answering, was paired or is gone. */
    default void statusChanged() {}
}
