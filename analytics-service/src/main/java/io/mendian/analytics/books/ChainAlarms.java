package io.mendian.analytics.books;

import io.mendian.analytics.books.client.ServiceBooks;
import io.mendian.runtime.alarm.Alarms;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The open alarms of all six services. */
@Component
public class ChainAlarms {

    private static final int MOST = 200;

    private final Alarms own;
    private final OtherServices others;

    ChainAlarms(Alarms own, OtherServices others) {
        this.own = own;
        this.others = others;
    }

    /** away: the services that did not answer. */
    public record All(List<Alarms.OfService> services, List<String> away) {}

    public All open() {
        List<Alarms.OfService> services = new ArrayList<>();
        List<String> away = new ArrayList<>();
        services.add(new Alarms.OfService("analytics", own.list(true, null, MOST)));
        others.ask(ServiceBooks::alarms, name -> {
                    away.add(name);
                    return new Alarms.OfService(name, List.of());
                })
                .values()
                .forEach(services::add);
        return new All(services, away);
    }
}
