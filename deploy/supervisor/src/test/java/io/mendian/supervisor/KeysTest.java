package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void everyIssuerHasAPairThatFits() throws Exception {
        new Keys(folder).createMissing();

        for (Part part : Part.values()) {
            if (part == Part.SIMULATORS) {
                continue;
            }
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(der(folder.resolve(part.title() + ".key")))));
            signer.update("a token".getBytes(StandardCharsets.UTF_8));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(der(folder.resolve(part.title() + ".pub")))));
            verifier.update("a token".getBytes(StandardCharsets.UTF_8));

            assertThat(verifier.verify(signer.sign())).as(part.title()).isTrue();
        }
    }

    @Test
    void fieldKeysHold32BytesAndDiffer() throws Exception {
        new Keys(folder).createMissing();

        byte[] fields = Base64.getDecoder()
                .decode(Files.readString(folder.resolve("fields.key")).strip());
        byte[] index = Base64.getDecoder()
                .decode(Files.readString(folder.resolve("fields-index.key")).strip());
        assertThat(fields).hasSize(32).isNotEqualTo(index);
        assertThat(index).hasSize(32);
    }

    @Test
    void nothingIsEverReplaced() throws Exception {
        Keys keys = new Keys(folder);
        keys.createMissing();
        String password = keys.password("order-service");
        Map<String, String> before = contents();

        new Keys(folder).createMissing();

        assertThat(new Keys(folder).password("order-service")).isEqualTo(password);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void onlyTheOwnerCanReadThem() throws Exception {
        Keys keys = new Keys(folder);
        keys.createMissing();
        assertThat(keys.password("order-service")).matches("[A-Za-z0-9_-]{32}");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    private Map<String, String> contents() throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static byte[] der(Path pem) throws Exception {
        return Base64.getDecoder()
                .decode(Files.readString(pem)
                        .replaceAll("-----[A-Z ]+-----", "")
                        .replaceAll("\\s", ""));
    }
}
