package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.member.login.TokenIssue;
import io.mendian.member.login.TokenPair;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Realm;
import java.util.Objects;
import org.springframework.transaction.annotation.Transactional;

/** Gives tokens to a member whose phone or openid was proved. */
@UseCase
public class BeginMemberLogin {

    private final Members members;
    private final TokenIssue issue;

    BeginMemberLogin(Members members, TokenIssue issue) {
        this.members = members;
        this.issue = issue;
    }

    @Transactional
    public MemberLogin begin(Joined joined) {
        MemberRow row = members.findLocked(joined.memberKey()).orElseThrow(CommonProblem.NOT_FOUND::with);
        // merged in the moment between: the login is the other's
        long key = row.active() ? row.memberKey() : Objects.requireNonNull(row.mergedInto());
        TokenPair pair = issue.begin(Realm.MEMBER, key, null, null);
        return new MemberLogin(
                MemberKey.of(key),
                joined.created(),
                pair.accessToken(),
                pair.accessExpiresAt(),
                pair.refreshToken(),
                pair.refreshExpiresAt());
    }
}
