package io.mendian.supervisor;

import io.mendian.embedded.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Where things lie: the checked-out project, and the state folder that belongs to this machine alone. */
public record Folders(Path project, Path home) {

    public Folders {
        project = project.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /** Signing keys, field keys and database passwords; without them encrypted fields are lost. */
    public Path keys() {
        return home.resolve("keys");
    }

    /** The unpacked programs with their start caches; can be deleted at any time while nothing runs. */
    public Path apps() {
        Path own = home.resolve("apps");
        try {
            // chains that live for one run may share what an earlier one unpacked; start caches want its real name
            return Files.isSymbolicLink(own) ? own.toRealPath() : own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pid files, logs, and what is known of each running part. */
    public Path run() {
        return home.resolve("run");
    }

    /** Where the first start leaves the one-time password of headquarters. */
    public Path firstLogin() {
        return home.resolve("first-login.txt");
    }

    /** Creates the state folder, open to its owner only. */
    void create() {
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(home);
                Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new CommandFailure(
                    "Cannot create " + home + ": " + e.getMessage() + ". Choose another folder with MENDIAN_HOME.", e);
        }
    }

    /** Removes everything a chain remembers. The unpacked programs stay. */
    void wipe() {
        for (String name : List.of(
                "mariadb",
                "kafka",
                "redis",
                "keys",
                "run",
                "simulators",
                "first-login.txt",
                "operator.txt",
                "demo-logins.txt",
                "demo.begun",
                "demo.done")) {
            delete(home.resolve(name));
        }
    }

    /** Removes the whole state folder: for chains that live for one run. */
    public void delete() {
        delete(home);
    }

    private static void delete(Path tree) {
        try {
            FileTrees.delete(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + tree, e);
        }
    }
}
