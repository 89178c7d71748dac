package app.caravel.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import app.caravel.contact.Contact;

/** The files of a campaign that go to one recipient each, looked for while the recipients pass by. */
final class OwnFiles {

    private final List<EachFolder> folders;
    private final List<String> lacking = new ArrayList<>();
    private String example = "";
    private String exampleFile = "";
    private long largest;

    /** @throws app.caravel.reason.Problem where a folder cannot be read */
    OwnFiles(List<EachFiles.Each> each) {
        folders = each.stream().map(EachFolder::new).toList();
    }

    boolean isAny() {
        return !folders.isEmpty();
    }

    /** One recipient's files; who lacks one is remembered. */
    List<Path> of(Contact contact) {
        var values = contact.mergeValues();
        var files = of(values);
        if (files.size() < folders.size()) {
            if (lacking.isEmpty()) {
                example = contact.shownName();
                exampleFile = folders.stream().filter(folder -> folder.find(values).isEmpty()).findFirst().orElseThrow().wanted(values);
            }
            lacking.add(contact.address().canonical());
        }
        largest = Math.max(largest, files.stream().mapToLong(file -> file.toFile().length()).sum());
        return files;
    }

    List<Path> of(Map<String, Object> values) {
        return folders.stream().map(folder -> folder.find(values)).flatMap(java.util.Optional::stream).toList();
    }

    /** Addresses of those who lack a file. */
    List<String> lacking() {
        return lacking;
    }

    /** The first who lacks one. */
    String example() {
        return example;
    }

    /** The name of the file that he lacks. */
    String exampleFile() {
        return exampleFile;
    }

    /** Bytes of the heaviest recipient's files. */
    long largest() {
        return largest;
    }
}
