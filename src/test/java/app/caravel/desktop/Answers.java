package app.caravel.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.AtLogin;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.workspace.Home;

/** The system around the desk in a test: the file chooser is answered, and the end is noticed. */
final class Answers implements Outside {

    final List<String> asked = new ArrayList<>();
    final CountDownLatch exited = new CountDownLatch(1);
    volatile @Nullable Path file;

    @Override
    public @Nullable Path open(String title, List<FileKind> kinds) {
        asked.add(title);
        return file;
    }

    @Override
    public @Nullable Path save(String title, String proposedName, List<FileKind> kinds) {
        asked.add(title);
        return file;
    }

    @Override
    public @Nullable Path folder(String title) {
        asked.add(title);
        return file;
    }

    @Override
    public void show(String address, Runnable failed) {
        asked.add(address);
    }

    @Override
    public AtLogin atLogin(Home home) {
        return AtLogin.NEVER;
    }

    @Override
    public void exit() {
        exited.countDown();
    }
}
