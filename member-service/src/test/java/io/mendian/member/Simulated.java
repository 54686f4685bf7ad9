package io.mendian.member;

import io.mendian.member.provider.ProviderAccounts;
import io.mendian.simulators.Options;
import io.mendian.simulators.Simulators;
import io.mendian.simulators.keys.ProviderKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The simulated providers, inside the test's own process. */
public final class Simulated {

    private static final Path KEYS = keys();

    private Simulated() {}

    public static Simulators start() {
        return Simulators.start(Options.forTests(KEYS));
    }

    public static ProviderAccounts accounts() {
        return new ProviderAccounts(KEYS);
    }

    private static Path keys() {
        try {
            Path folder = Files.createTempDirectory("provider-keys");
            ProviderKeys.ensure(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
