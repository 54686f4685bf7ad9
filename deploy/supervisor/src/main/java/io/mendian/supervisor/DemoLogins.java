package io.mendian.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The accounts of the demo stores' staff. Their password is known to everyone, which is why only demo staff has it. */
final class DemoLogins {

    static final String PASSWORD = "demo-2026-mendian";

    private DemoLogins() {}

    static Path file(Folders folders) {
        return folders.home().resolve("demo-logins.txt");
    }

    /** Leaves one line per store in the state folder, for its owner only. */
    static void keep(Folders folders, List<DemoStore> stores) throws IOException {
        Path file = file(folders);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text(stores));
    }

    static String text(List<DemoStore> stores) {
        StringBuilder text = new StringBuilder();
        for (DemoStore store : stores) {
            text.append("%s  %s / %s   (store %s)%n"
                    .formatted(store.name(), store.managerLogin(), store.clerkLogin(), store.id()));
        }
        return text.append("password of all of them: ")
                .append(PASSWORD)
                .append("\n")
                .toString();
    }
}
