package cn.zhigong.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Requests that each grant another account a role: one commit with one event. */
final class Grants {

    static final String EVENT = "cn.zhigong.membership.officer-grant-changed.v1";

    private static final int ORGANISATIONS = 20;

    private final Api api;
    private final List<String> organisations;
    private final AtomicInteger accounts = new AtomicInteger();

    /** @param api membership, as an administrator */
    Grants(Api api) {
        var city = new City(api);
        this.api = api;
        this.organisations = IntStream.rangeClosed(1, ORGANISATIONS)
                .mapToObj(number -> city.union("第%d".formatted(number), "JOINT_BASIC"))
                .toList();
    }

    byte[] next(int index) {
        var headers = Map.of("Authorization", "Bearer " + api.token());
        var body = Map.of("account", "officer-bench-" + accounts.getAndIncrement(), "role", "VIEWER");
        var path = "/v1/organisations/%s/officers".formatted(organisations.get(index % organisations.size()));
        return HttpConnection.request("POST", api.server(), path, headers, Api.json(body));
    }
}
