package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void aWholeAddressIsReadAndDecoded() {
        DatabaseAddress address = DatabaseAddress.parse("jdbc:mysql://ro%6Ft:p%40ss+w%3Ard@db.example.com:3307/");

        assertThat(address).isEqualTo(new DatabaseAddress("db.example.com", 3307, "root", "p@ss+w:rd"));
        assertThat(address.url("mendian_order")).isEqualTo("jdbc:mysql://db.example.com:3307/mendian_order");
    }

    @Test
    void portAndPasswordMayBeLeftOut() {
        assertThat(DatabaseAddress.parse("jdbc:mariadb://admin@127.0.0.1"))
                .isEqualTo(new DatabaseAddress("127.0.0.1", 3306, "admin", ""));
    }

    @Test
    void thePasswordIsNeverPrinted() {
        assertThat(DatabaseAddress.parse("jdbc:mysql://root:s3cret@db:3306")).hasToString("root@db:3306");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://root@db:3306",
                "jdbc:postgresql://root@db:5432",
                "jdbc:mysql://db:3306",
                "jdbc:mysql://root:x@",
                "jdbc:mysql://root:x@db:3306/shop",
                "jdbc:mysql://root:x@db:3306?sslMode=REQUIRED",
                "jdbc:mysql://root:a b@db:3306",
            })
    void anythingElseIsRefusedWithAnExample(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("jdbc:mysql://root:secret@db.example.com:3306");
    }
}
