package io.mendian.member.cardshare.web;

import io.mendian.member.cardshare.InviteToCard;
import io.mendian.member.cardshare.Relation;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.problem.CommonProblem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom: the code on his phone or his number, one of both; and what he is to the owner. */
record InvitationRequest(
        @Nullable @Size(max = 40) String memberCode,
        @Nullable @Size(max = 30) String phone,
        @NotNull Relation relation) {

    InviteToCard.Wish wish() {
        if ((memberCode == null) == (phone == null)) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "name memberCode or phone");
        }
        return new InviteToCard.Wish(memberCode, phone == null ? null : PhoneNumber.of(phone), relation);
    }
}
