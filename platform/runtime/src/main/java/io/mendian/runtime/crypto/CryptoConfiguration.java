package io.mendian.runtime.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Reads {@code fields.key} and {@code fields-index.key} (32 bytes, base64) from the keys folder when a service needs them. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
public class CryptoConfiguration {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    FieldCipher fieldCipher(@Value("${mendian.keys}") Path keys) {
        return new FieldCipher(read(keys.resolve("fields.key")), read(keys.resolve("fields-index.key")));
    }

    private static byte[] read(Path file) {
        try {
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key " + file + " (set MENDIAN_KEYS)", e);
        }
    }
}
