package io.mendian.member.rechargegift;

import io.mendian.member.rechargegift.client.GrantedCoupons;
import io.mendian.runtime.problem.CommonProblem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Takes coupons back; the first time that it is asked for one it is away. */
@Primary
@Component
class FakeGrantedCoupons implements GrantedCoupons {

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    @Override
    public void withdraw(String grantId) {
        if (asked.computeIfAbsent(grantId, id -> new AtomicInteger()).incrementAndGet() == 1) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "marketing-service");
        }
    }

    int asked(String grantId) {
        return asked.getOrDefault(grantId, new AtomicInteger()).get();
    }
}
