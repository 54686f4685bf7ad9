package io.mendian.member.login;

import io.mendian.runtime.security.Realm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code login_family}, {@code access_token} and {@code refresh_token}. */
@Repository
class Tokens {

    private static final String FAMILY = "f.id, f.realm, f.subject, f.store_id, f.revoked_at";

    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A refresh token with its family. */
    record Refresh(FamilyRow family, Instant expiresAt, boolean used) {}

    void insertFamily(FamilyRow row, @Nullable String device, Instant now) {
        jdbc.sql("""
                        INSERT INTO login_family (id, realm, subject, store_id, device, began_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        row.id(), row.realm().name(), row.subject(), row.storeId(), device, Timestamp.from(now)))
                .update();
    }

    void insertAccess(String hash, long family, Instant expires) {
        jdbc.sql("INSERT INTO access_token (hash, family_id, expires_at) VALUES (?, ?, ?)")
                .params(hash, family, Timestamp.from(expires))
                .update();
    }

    void insertRefresh(String hash, long family, Instant expires) {
        jdbc.sql("INSERT INTO refresh_token (hash, family_id, expires_at) VALUES (?, ?, ?)")
                .params(hash, family, Timestamp.from(expires))
                .update();
    }

    /** The family of a live access token. */
    Optional<Access> findAccess(String hash, Instant now) {
        return jdbc.sql("SELECT a.expires_at, " + FAMILY + """
                         FROM access_token a JOIN login_family f ON f.id = a.family_id
                         WHERE a.hash = ? AND a.expires_at > ? AND f.revoked_at IS NULL
                        """)
                .params(hash, Timestamp.from(now))
                .query((row, n) ->
                        new Access(family(row), row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /** A live access token. */
    record Access(FamilyRow family, Instant expiresAt) {}

    Optional<Refresh> findRefresh(String hash) {
        return jdbc.sql("SELECT r.expires_at, r.used_at, " + FAMILY + """
                         FROM refresh_token r JOIN login_family f ON f.id = r.family_id WHERE r.hash = ?
                        """)
                .params(hash)
                .query((row, n) -> new Refresh(
                        family(row), row.getTimestamp("expires_at").toInstant(), row.getTimestamp("used_at") != null))
                .optional();
    }

    /** Uses a refresh token; false when it was used before. */
    boolean useRefresh(String hash, Instant now) {
        return jdbc.sql("UPDATE refresh_token SET used_at = ? WHERE hash = ? AND used_at IS NULL")
                        .params(Timestamp.from(now), hash)
                        .update()
                == 1;
    }

    /** Locks a family until commit and reads it as it is now, whatever this transaction has seen before. */
    FamilyRow requireLocked(long family) {
        return jdbc.sql("SELECT " + FAMILY + " FROM login_family f WHERE f.id = ? FOR UPDATE")
                .params(family)
                .query((row, n) -> family(row))
                .single();
    }

    void revokeFamily(long family, String why, Instant now) {
        jdbc.sql("UPDATE login_family SET revoked_at = ?, revoked_why = ? WHERE id = ? AND revoked_at IS NULL")
                .params(Timestamp.from(now), why, family)
                .update();
    }

    void revokeSubject(Realm realm, long subject, String why, Instant now) {
        jdbc.sql("""
                        UPDATE login_family SET revoked_at = ?, revoked_why = ?
                        WHERE realm = ? AND subject = ? AND revoked_at IS NULL
                        """).params(Timestamp.from(now), why, realm.name(), subject).update();
    }

    List<String> liveHashesOfFamily(long family, Instant now) {
        return jdbc.sql("SELECT hash FROM access_token WHERE family_id = ? AND expires_at > ?")
                .params(family, Timestamp.from(now))
                .query(String.class)
                .list();
    }

    List<String> liveHashesOfSubject(Realm realm, long subject, Instant now) {
        return jdbc.sql("""
                        SELECT a.hash FROM access_token a JOIN login_family f ON f.id = a.family_id
                        WHERE f.realm = ? AND f.subject = ? AND a.expires_at > ?
                        """)
                .params(realm.name(), subject, Timestamp.from(now))
                .query(String.class)
                .list();
    }

    /** Forgets tokens that ended; refresh tokens stay as long as their reuse could show a theft. */
    int forgetEnded(Instant now, int limit) {
        int access = jdbc.sql("DELETE FROM access_token WHERE expires_at < ? ORDER BY expires_at LIMIT ?")
                .params(Timestamp.from(now), limit)
                .update();
        int refresh = jdbc.sql("DELETE FROM refresh_token WHERE expires_at < ? ORDER BY expires_at LIMIT ?")
                .params(Timestamp.from(now), limit)
                .update();
        return Math.max(access, refresh);
    }

    private static FamilyRow family(ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new FamilyRow(
                row.getLong("id"),
                Realm.valueOf(row.getString("realm")),
                row.getLong("subject"),
                row.getObject("store_id", Long.class),
                revoked == null ? null : revoked.toInstant());
    }
}
