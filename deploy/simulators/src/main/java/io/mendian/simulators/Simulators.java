package io.mendian.simulators;

import io.mendian.simulators.control.Control;
import io.mendian.simulators.control.ControlRoutes;
import io.mendian.simulators.http.HttpDoor;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.pay.WeChatPay;
import io.mendian.simulators.sms.SmsProvider;
import io.mendian.simulators.wechat.WeChat;
import io.mendian.simulators.world.Journal;
import io.mendian.simulators.world.SimClock;
import io.mendian.simulators.world.World;
import java.util.List;

/** All simulated providers behind one HTTP door. Runs as a process ({@link #main}) or inside a test ({@link #start}). */
public final class Simulators implements AutoCloseable {

    private static final String HELP = """
            The simulated outside providers of Mendian: WeChat login, WeChat Pay API v3, SMS.

            Settings are environment variables:
              SERVER_ADDRESS            where to listen (127.0.0.1)
              SERVER_PORT               port, 0 for a free one (8190)
              MENDIAN_KEYS              folder of all keys (.mendian/keys)
              MENDIAN_SIM_KEYS          folder of the provider keys (MENDIAN_KEYS/providers), made when empty
              MENDIAN_SIM_JOURNAL       file of the journal, read again at a restart (none: memory only)
              MENDIAN_SIM_NOTIFY_SCALE  factor on the providers' waiting times (1.0; tests use 0.01)
            """;

    private final ProviderKeys keys;
    private final World world;
    private final WeChatPay pay;
    private final SmsProvider sms;
    private final Control control;
    private final HttpDoor door;

    private Simulators(Options options) {
        keys = ProviderKeys.ensure(options.keys());
        SimClock clock = new SimClock();
        world = new World(clock, new Journal(clock, options.journal()), options.scale());
        WeChat weChat = new WeChat(world, keys.app());
        pay = new WeChatPay(world, keys);
        sms = new SmsProvider(world, keys.sms());
        control = new Control(world, weChat, pay, sms);
        world.journal().open();
        Routes routes = new Routes();
        new ControlRoutes(control).register(routes);
        weChat.register(routes);
        pay.register(routes);
        sms.register(routes);
        door = new HttpDoor(options.address(), options.port(), routes, world);
        pay.resume();
    }

    /** Starts all providers; they answer when this returns. */
    public static Simulators start(Options options) {
        return new Simulators(options);
    }

    public static void main(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        Simulators simulators = start(Options.fromEnvironment(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(simulators::close));
        System.out.println("Simulated providers listen on " + simulators.baseUrl());
    }

    /** The address of every simulated provider, without a slash at the end. */
    public String baseUrl() {
        return "http://" + door.address().getHostString() + ":" + door.address().getPort();
    }

    public ProviderKeys keys() {
        return keys;
    }

    /** The providers' clock, which a test may move. */
    public SimClock clock() {
        return world.clock();
    }

    /** What people do and what goes wrong; the same as {@code /_sim/} over HTTP. */
    public Control control() {
        return control;
    }

    @Override
    public void close() {
        door.close();
        pay.close();
        sms.close();
        world.close();
    }
}
