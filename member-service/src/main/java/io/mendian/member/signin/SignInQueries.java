package io.mendian.member.signin;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads of sign-ins and vouchers. */
@Component
public class SignInQueries {

    private final SignIns signIns;
    private final Vouchers vouchers;
    private final Clock clock;
    private final BusinessDay days;

    SignInQueries(
            SignIns signIns, Vouchers vouchers, Clock clock, @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.signIns = signIns;
        this.vouchers = vouchers;
        this.clock = clock;
        this.days = BusinessDay.in(zone);
    }

    public SignInRule rule() {
        return signIns.rule();
    }

    /** The month asked for, or the running one. */
    public SignInCalendar calendar(MemberKey member, @Nullable YearMonth month) {
        LocalDate today = days.dateOf(clock.instant());
        YearMonth shown = month == null ? YearMonth.from(today) : month;
        SignInView last = signIns.of(member.value(), today, true).orElse(null);
        boolean signedIn = last != null;
        if (last == null) {
            last = signIns.of(member.value(), today.minusDays(1), true).orElse(null);
        }
        SignInRule rule = signIns.rule();
        int streak = last == null ? 0 : last.streak();
        int daysToGift = rule.streakDays() - streak % rule.streakDays();
        List<SignInView> signed = signIns.between(member.value(), shown.atDay(1), shown.atEndOfMonth());
        return new SignInCalendar(today, signedIn, streak, daysToGift, rule, signed);
    }

    public List<VoucherView> vouchers(MemberKey member, long before, int limit) {
        return vouchers.ofMember(member, before, limit);
    }

    /** The same for staff, with masked codes. */
    public List<VoucherView> maskedVouchers(MemberKey member, long before, int limit) {
        return vouchers(member, before, limit).stream().map(VoucherView::masked).toList();
    }
}
