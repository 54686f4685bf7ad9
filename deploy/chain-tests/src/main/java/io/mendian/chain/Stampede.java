package io.mendian.chain;

import java.util.List;
import java.util.stream.Stream;

/** Many members look at one product at the same moment; each gets the same answer, however often he has to ask. */
public final class Stampede {

    private static final int MEMBERS = 4;

    private final Customers customers;
    private final List<Member> members;
    private final String path;
    private final String right;

    /** The product is what it was before the rush. */
    public Stampede(Customers customers) {
        this.customers = customers;
        this.members = Stream.generate(() -> Member.joinsByWeChat(customers.shop))
                .limit(MEMBERS)
                .toList();
        this.path = "/app/v1/catalogue/" + customers.sku;
        this.right = members.getFirst().app().get(path).expect(200).body();
    }

    public void begin(int people) {
        for (int i = 0; i < people; i++) {
            Member member = members.get(i % members.size());
            customers.begin(() -> looks(member));
        }
    }

    private void looks(Member member) {
        Shop.until(() -> {
            Door.Answer answer = member.app().get(path);
            boolean later = answer.status() >= 500 || answer.status() == 429;
            if (!later) {
                assertSame(answer);
            }
            return !later;
        });
    }

    /** A wrong answer is no reason to ask again. */
    private void assertSame(Door.Answer answer) {
        if (answer.status() != 200 || !answer.body().equals(right)) {
            throw new IllegalStateException("F26 " + path + " is " + right + ", a customer saw " + answer);
        }
    }
}
