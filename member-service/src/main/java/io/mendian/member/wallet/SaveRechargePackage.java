package io.mendian.member.wallet;

import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a recharge package, or changes one for recharges ordered from now on. What an order promised stays as it was.
 * The largest principal is a setting: 5,000 yuan is the cap of a named single-purpose prepaid card (MOFCOM order 9 of
 * 2012).
 */
@UseCase
public class SaveRechargePackage {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final long mostMinor;

    SaveRechargePackage(
            JdbcClient jdbc, Clock clock, @Value("${mendian.recharge.most-principal-minor:500000}") long mostMinor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mostMinor = mostMinor;
    }

    /** With null as id it makes a new package. */
    @Transactional
    public RechargePackage save(@Nullable Long id, String name, long principalMinor, long bonusMinor, boolean active) {
        if (principalMinor > mostMinor) {
            throw WalletProblem.RECHARGE_TOO_LARGE.with("most", mostMinor);
        }
        long saved = id == null ? Ids.next() : id;
        int rows = id == null
                ? jdbc.sql("""
                                INSERT INTO recharge_package (id, name, principal_minor, bonus_minor, active, made_at)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """)
                        .params(saved, name, principalMinor, bonusMinor, active, Timestamp.from(clock.instant()))
                        .update()
                : jdbc.sql("""
                                UPDATE recharge_package SET name = ?, principal_minor = ?, bonus_minor = ?, active = ?
                                WHERE id = ?
                                """)
                        .params(name, principalMinor, bonusMinor, active, saved)
                        .update();
        if (rows != 1) {
            throw WalletProblem.RECHARGE_PACKAGE_UNKNOWN.with();
        }
        return new RechargePackage(Long.toString(saved), name, principalMinor, bonusMinor, active);
    }
}
