package app.caravel.desktop.kit;

/** Whether Caravel starts by itself when the person signs in to this computer. Reads and writes files, so not on the JavaFX thread. */
public interface AtLogin {

    /** How it stands. */
    enum State {
        ON,
        OFF,
        /** The Caravel that runs is not installed: there is nothing that the system could start. */
        CANNOT
    }

    /** Nothing is started: a window that is only a picture. */
    AtLogin NEVER = new AtLogin() {
        @Override
        public State state() {
            return State.CANNOT;
        }

        @Override
        public void set(boolean on) {}
    };

    State state();

    /** @throws app.caravel.reason.Problem where its file cannot be written */
    void set(boolean on);
}
