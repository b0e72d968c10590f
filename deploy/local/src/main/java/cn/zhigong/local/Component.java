package cn.zhigong.local;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One of our own programs: a service or the gateway.
 *
 * @param name its name as a part, a database and a role
 * @param module the folder of its Maven module
 */
record Component(String name, String module) {

    static final Component MEMBERSHIP = service("membership");
    static final Component GATEWAY = new Component("gateway", "gateway");

    static final List<Component> SERVICES =
            List.of(MEMBERSHIP, service("competition"), service("training"), service("rights"));

    static final List<Component> ALL =
            Stream.concat(SERVICES.stream(), Stream.of(GATEWAY)).toList();

    private static Component service(String name) {
        return new Component(name, name + "-service");
    }

    String urlVariable() {
        return variable("URL");
    }

    String managementUrlVariable() {
        return variable("MANAGEMENT_URL");
    }

    String variable(String what) {
        return name.toUpperCase(Locale.ROOT) + "_" + what;
    }

    String managementPort() {
        return name + "-management";
    }
}
