package io.mendian.runtime.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mendian.testkit.TestServers;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class PatientConnectionsTest {

    @Test
    void aStatementOfTheBooksMayTakeLongerThanACustomersAndTheConnectionGoesBackAsItWas() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestServers.freshSchema("patient") + "?allowPublicKeyRetrieval=true&socketTimeout=500");
        config.setUsername(TestServers.user());
        config.setPassword(TestServers.password());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThat(sleep(new PatientConnections(pool))).isZero();
            assertThatThrownBy(() -> sleep(pool)).isInstanceOf(DataAccessException.class);
            assertThat(sleep(new PatientConnections(pool))).isZero();
        }
    }

    private static int sleep(DataSource connections) {
        Integer answer = new JdbcTemplate(connections).queryForObject("SELECT SLEEP(2)", Integer.class);
        return answer == null ? -1 : answer;
    }
}
