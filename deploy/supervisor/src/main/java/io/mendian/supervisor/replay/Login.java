package io.mendian.supervisor.replay;

import io.mendian.supervisor.CommandFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How headquarters signs in: a given token or password; else the password that an earlier command kept in the state folder;
 * else the one-time password of the first start, which must be changed and is then kept for the owner of the folder only.
 */
final class Login {

    private final String name;
    private final @Nullable String token;
    private final @Nullable String given;
    private final Path home;
    private final PrintStream out;

    Login(String name, @Nullable String token, @Nullable String given, Path home, PrintStream out) {
        this.name = name;
        this.token = token;
        this.given = given;
        this.home = home;
        this.out = out;
    }

    String name() {
        return name;
    }

    @Nullable
    String token() {
        return token;
    }

    String password() {
        if (given != null) {
            return given;
        }
        for (Path file : new Path[] {kept(), home.resolve("first-login.txt")}) {
            if (Files.exists(file)) {
                return lastWord(file);
            }
        }
        throw new CommandFailure("Headquarters' password is not known here (" + home
                + "): give it with --password or MENDIAN_HQ_PASSWORD.");
    }

    /** A new password in the place of the one-time one. */
    String choose() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return "M1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    void keep(String password) {
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(kept());
            Files.createFile(
                    kept(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(kept(), password + "\n");
            out.println("The one-time password of '" + name + "' was used up; the new one is in " + kept() + ".");
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + kept() + "; the new password is " + password, e);
        }
    }

    private Path kept() {
        return home.resolve("hq-password.txt");
    }

    private static String lastWord(Path file) {
        try {
            String[] words = Files.readString(file).strip().split("\\s+");
            return words[words.length - 1];
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
