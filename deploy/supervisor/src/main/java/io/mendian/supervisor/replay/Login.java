package io.mendian.supervisor.replay;

import io.mendian.supervisor.CommandFailure;
import io.mendian.supervisor.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the replay signs in: a given token or password, else the password of the commands' own account in the state folder. */
final class Login {

    private final String name;
    private final @Nullable String token;
    private final @Nullable String given;
    private final Path home;

    Login(String name, @Nullable String token, @Nullable String given, Path home) {
        this.name = name;
        this.token = token;
        this.given = given;
        this.home = home;
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
        Path kept = home.resolve(Operator.LOGIN + ".txt");
        if (Files.exists(kept)) {
            return lastWord(kept);
        }
        throw new CommandFailure("Headquarters' password is not known here (" + home
                + "): give it with --password or MENDIAN_HQ_PASSWORD.");
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
