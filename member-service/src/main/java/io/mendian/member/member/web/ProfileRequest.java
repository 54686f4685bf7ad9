package io.mendian.member.member.web;

import io.mendian.member.member.EditProfile;
import io.mendian.member.member.Gender;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The editable part of a profile. */
record ProfileRequest(
        @Nullable @Size(max = 50) String name,
        @Nullable @PastOrPresent LocalDate birthday,
        @Nullable Gender gender) {

    EditProfile.Profile profile() {
        return new EditProfile.Profile(name, birthday, Objects.requireNonNullElse(gender, Gender.UNKNOWN));
    }
}
