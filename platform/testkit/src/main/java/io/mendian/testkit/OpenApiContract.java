package io.mendian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** Compares what a service offers with its checked-in {@code api/openapi.yaml}; {@code -Dcontract.update} rewrites the file. */
public final class OpenApiContract {

    private final Api api;

    OpenApiContract(Api api) {
        this.api = api;
    }

    public void check(Path file) {
        String now = api.get("/v3/api-docs.yaml")
                .expect(200)
                .body()
                .replaceAll("(?m)^servers:\\n(?:[- ] .*\\n)+", "")
                .replace("title: OpenAPI definition", "title: Mendian " + module());
        try {
            if (System.getProperty("contract.update") != null || !Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, now);
            }
            Assertions.assertThat(now)
                    .as("the API changed; look at the difference and run with -Dcontract.update to accept it")
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path module() {
        return Path.of("").toAbsolutePath().getFileName();
    }
}
