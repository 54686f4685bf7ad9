package io.mendian.member.member;

import io.mendian.member.phone.PhoneNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a row of a takeover, in words for whoever prepares the file. */
final class ImportFault {

    private ImportFault() {}

    /** {@code phone} is what could be read of the row's, for to read it again is the dearest part of a row. */
    static @Nullable String of(ImportMembers.Incoming row, @Nullable PhoneNumber phone, Set<Long> stores, Instant now) {
        if (row.source() == null || !row.source().matches("[A-Za-z0-9_.:-]{1,40}")) {
            return "source: 1 to 40 letters, digits or _.:-";
        }
        if (row.externalRef() == null
                || row.externalRef().isBlank()
                || row.externalRef().length() > 64) {
            return "externalRef: 1 to 64 characters";
        }
        Instant joined = instant(row.joinedAt());
        if (joined == null) {
            return "joinedAt: an instant such as 2026-11-22T09:30:00+08:00";
        }
        if (joined.isAfter(now)) {
            return "joinedAt lies in the future";
        }
        if (row.name() != null && row.name().length() > 50) {
            return "name: at most 50 characters";
        }
        if (row.phone() != null && !row.phone().isBlank() && phone == null) {
            return "phone is not a valid mobile number";
        }
        Long store = id(row.storeId());
        boolean named = row.storeId() != null && !row.storeId().isBlank();
        return named && (store == null || !stores.contains(store)) ? "storeId: there is no such store" : null;
    }

    static @Nullable PhoneNumber phone(@Nullable String text) {
        return text == null || text.isBlank() ? null : PhoneNumber.parse(text).orElse(null);
    }

    static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Long id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
