package io.mendian.member;

import io.mendian.member.code.SmsSender;
import io.mendian.member.grant.client.MarketingClient;
import io.mendian.member.member.MemberProblem;
import io.mendian.member.member.WeChatLogin;
import io.mendian.member.notice.SendOutcome;
import io.mendian.member.notice.WeChatMessages;
import io.mendian.member.provider.ProviderFailure;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.Problem;
import io.mendian.testkit.NeighbourContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The outside providers, written by hand. */
@Configuration(proxyBeanMethods = false)
public class Fakes {

    @Bean
    @Primary
    FakeSms fakeSms() {
        return new FakeSms();
    }

    @Bean
    @Primary
    FakeWeChat fakeWeChat() {
        return new FakeWeChat();
    }

    @Bean
    @Primary
    FakeMarketing fakeMarketing(NeighbourContract contract) {
        return new FakeMarketing(contract);
    }

    @Bean
    @Primary
    FakeMessages fakeMessages() {
        return new FakeMessages();
    }

    /** One consent, one message; answers otherwise as often as it is told to. */
    public static class FakeMessages implements WeChatMessages {

        private final Map<String, AtomicInteger> allowed = new ConcurrentHashMap<>();
        private final Map<String, Queue<SendOutcome>> answers = new ConcurrentHashMap<>();
        private final Map<String, Queue<Message>> arrived = new ConcurrentHashMap<>();

        public void allow(String openid, int times) {
            allowed.computeIfAbsent(openid, id -> new AtomicInteger()).addAndGet(times);
        }

        public void answer(String openid, SendOutcome outcome) {
            answers.computeIfAbsent(openid, id -> new ConcurrentLinkedQueue<>()).add(outcome);
        }

        public List<Message> to(String openid) {
            return List.copyOf(arrived.getOrDefault(openid, new ConcurrentLinkedQueue<>()));
        }

        @Override
        public SendOutcome send(Message message) {
            SendOutcome told = answers.getOrDefault(message.openid(), new ConcurrentLinkedQueue<>())
                    .poll();
            if (told != null) {
                return told;
            }
            AtomicInteger left = allowed.getOrDefault(message.openid(), new AtomicInteger());
            if (left.getAndDecrement() < 1) {
                return new SendOutcome.NotAllowed("WECHAT_43101");
            }
            arrived.computeIfAbsent(message.openid(), id -> new ConcurrentLinkedQueue<>())
                    .add(message);
            return new SendOutcome.Sent();
        }
    }

    /** One coupon per grant id. Templates 404… are refused, 503… answer the second time only, of 500… the first answer is lost. */
    public static class FakeMarketing implements MarketingClient {

        private final Map<String, String> coupons = new ConcurrentHashMap<>();
        private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

        private final NeighbourContract contract;

        FakeMarketing(NeighbourContract contract) {
            this.contract = contract;
        }

        private enum Refusal implements Problem {
            COUPON_GRANT_REFUSED;

            @Override
            public int status() {
                return 409;
            }

            @Override
            public String zh() {
                return "券已发完";
            }

            @Override
            public String en() {
                return "no coupons left";
            }
        }

        @Override
        public Granted grant(Wish wish) {
            contract.posted("marketing-service", "/internal/v1/coupon-grants", wish);
            int times = asked.computeIfAbsent(wish.grantId(), id -> new AtomicInteger())
                    .incrementAndGet();
            if (wish.templateId().startsWith("404")) {
                throw Refusal.COUPON_GRANT_REFUSED.with("reason", "COUPON_ALL_TAKEN");
            }
            if (wish.templateId().startsWith("503") && times == 1) {
                throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "marketing-service");
            }
            String coupon = coupons.computeIfAbsent(
                    wish.grantId(), id -> UUID.randomUUID().toString().substring(0, 18));
            if (wish.templateId().startsWith("500") && times == 1) {
                // the coupon is granted, but the answer never arrives
                throw new IllegalStateException("connection reset");
            }
            return new Granted(coupon);
        }

        /** The coupon that was granted under an id; null when none was. */
        public @Nullable String coupon(String grantId) {
            return coupons.get(grantId);
        }
    }

    /** Keeps the last message of every phone. */
    public static class FakeSms implements SmsSender {

        private final Map<String, Sms> last = new ConcurrentHashMap<>();
        private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
        private volatile String broken = "";

        @Override
        public void send(Sms sms) {
            if (sms.phone().equals(broken)) {
                throw new ProviderFailure("the SMS provider cannot be reached");
            }
            last.put(sms.phone(), sms);
            counts.computeIfAbsent(sms.phone(), phone -> new AtomicInteger()).incrementAndGet();
        }

        /** The code in the last message to a phone (E.164). */
        public String code(String phone) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(last.get(phone)).params().get("code"));
        }

        /** The last message to a phone (E.164); null when there was none. */
        public @Nullable Sms last(String phone) {
            return last.get(phone);
        }

        public int count(String phone) {
            return counts.getOrDefault(phone, new AtomicInteger()).get();
        }

        public void breakFor(String phone) {
            broken = phone;
        }
    }

    /** Hands out codes that are good once. */
    public static class FakeWeChat implements WeChatLogin {

        private final Map<String, String> logins = new ConcurrentHashMap<>();
        private final Map<String, String> phones = new ConcurrentHashMap<>();

        public String loginCode(String openid) {
            String code = UUID.randomUUID().toString();
            logins.put(code, openid);
            return code;
        }

        public String phoneCode(String phone) {
            String code = UUID.randomUUID().toString();
            phones.put(code, phone);
            return code;
        }

        @Override
        public Person person(String jsCode) {
            return new Person(taken(logins, jsCode), null);
        }

        @Override
        public String phone(String phoneCode) {
            return taken(phones, phoneCode);
        }

        private static String taken(Map<String, String> codes, String code) {
            String subject = codes.remove(code);
            if (subject == null) {
                throw MemberProblem.WECHAT_CODE_REFUSED.with();
            }
            return subject;
        }
    }
}
