package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.audit.Origin;
import io.mendian.member.code.CheckCode;
import io.mendian.member.code.CodePurpose;
import io.mendian.member.code.CodeSent;
import io.mendian.member.code.SendCode;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.member.provider.ProviderFailure;
import io.mendian.runtime.problem.CommonProblem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signs members in, by a code sent to the phone or by WeChat; whoever is new becomes a member by it. Proofs are taken
 * first, outside of any transaction.
 */
@Component
public class SignInMember {

    private static final Logger LOG = LoggerFactory.getLogger(SignInMember.class);

    private final SendCode send;
    private final CheckCode check;
    private final WeChatLogin weChat;
    private final JoinMember join;
    private final BindPhone bind;
    private final ChangePhone change;
    private final BeginMemberLogin begin;

    SignInMember(
            SendCode send,
            CheckCode check,
            WeChatLogin weChat,
            JoinMember join,
            BindPhone bind,
            ChangePhone change,
            BeginMemberLogin begin) {
        this.send = send;
        this.check = check;
        this.weChat = weChat;
        this.join = join;
        this.bind = bind;
        this.change = change;
        this.begin = begin;
    }

    /** A code for a purpose, as it came back from the phone. */
    public record Proof(String phone, String session, String code) {}

    public CodeSent sendCode(CodePurpose purpose, String phone, Origin origin) {
        return send.send(purpose, PhoneNumber.of(phone).e164(), origin);
    }

    /** Where somebody who is new registers, where he comes from, and on what device. */
    public record Arrival(
            @Nullable StoreId store,
            String source,
            @Nullable String deviceId) {}

    public MemberLogin byPhone(Proof proof, Arrival arrival) {
        PhoneNumber phone = checked(CodePurpose.LOGIN, proof);
        return begin.begin(join.join(new Join(phone, null, arrival.store(), arrival.source(), arrival.deviceId())));
    }

    public MemberLogin byWeChat(String jsCode, @Nullable String phoneCode, Arrival arrival) {
        WeChatLogin.Person person = ask(() -> weChat.person(jsCode));
        PhoneNumber phone = phoneCode == null ? null : PhoneNumber.of(ask(() -> weChat.phone(phoneCode)));
        return begin.begin(
                join.join(new Join(phone, person.openid(), arrival.store(), arrival.source(), arrival.deviceId())));
    }

    /** Binds the number behind WeChat's phone button; new tokens, for the member may be another one now. */
    public MemberLogin bindByWeChat(MemberKey member, String phoneCode) {
        PhoneNumber phone = PhoneNumber.of(ask(() -> weChat.phone(phoneCode)));
        return begin.begin(new Joined(bind.bind(member, phone), false));
    }

    public void changePhone(MemberKey member, Proof proof) {
        change.change(member, checked(CodePurpose.CHANGE_PHONE, proof));
    }

    private PhoneNumber checked(CodePurpose purpose, Proof proof) {
        PhoneNumber phone = PhoneNumber.of(proof.phone());
        check.check(purpose, phone.e164(), proof.session(), proof.code());
        return phone;
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProviderFailure e) {
            LOG.warn("WeChat login failed: {}", e.getMessage());
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "WeChat");
        }
    }
}
