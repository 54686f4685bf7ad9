package io.mendian.member.provider;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The accounts at WeChat and at the SMS provider: {@code providers.properties} in {@code mendian.providers.keys}. It is
 * read when it is first needed, so that services and providers may start in any order.
 */
@Component
public class ProviderAccounts {

    private final Path file;
    private volatile @Nullable Properties read;

    public ProviderAccounts(@Value("${mendian.providers.keys}") Path keys) {
        this.file = keys.resolve("providers.properties");
    }

    /** One setting, such as {@code sms.secret}. */
    public String require(String name) {
        Properties properties = read;
        if (properties == null) {
            properties = load();
            read = properties;
        }
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new ProviderFailure(file + " lacks " + name);
        }
        return value;
    }

    private Properties load() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new ProviderFailure("cannot read " + file + " (set MENDIAN_SIM_KEYS)", e);
        }
    }
}
