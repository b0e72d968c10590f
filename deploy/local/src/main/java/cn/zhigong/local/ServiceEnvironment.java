package cn.zhigong.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Environment variables: what our programs are told, and what scripts find in the stack's env file. */
record ServiceEnvironment(Stack stack) {

    private static final String CRASH_AT = "ZHIGONG_FAULTS_CRASH_AT";

    Map<String, String> of(Component component) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(stack.ports().get(component.name())));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(stack.ports().get(component.managementPort())));
        var database = stack.database(component.name());
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                stack.links()
                        .address(component, Stack.POSTGRES)
                        .map(database::jdbcUrlAt)
                        .orElseGet(database::jdbcUrl));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put(
                "KAFKA_BOOTSTRAP_SERVERS",
                stack.links().address(component, Stack.KAFKA).orElseGet(stack::bootstrap));
        var issuer = stack.issuer();
        environment.put("ZHIGONG_TOKEN_ISSUER", issuer.issuer());
        environment.put("ZHIGONG_TOKEN_KEYS", issuer.keys());
        environment.put("ZHIGONG_USERINFO", issuer.userinfo());
        environment.put("ZHIGONG_CLOCK_FILE", stack.state().clock().toString());
        // A fault test starts one service that is to crash; production refuses to start with such a wish.
        Optional.ofNullable(System.getenv(CRASH_AT)).ifPresent(point -> environment.put(CRASH_AT, point));
        if (component.equals(Component.GATEWAY)) {
            environment.putAll(serviceUrls());
            Component.SERVICES.forEach(service -> stack.links()
                    .address(component, service.name())
                    .ifPresent(address -> environment.put(service.urlVariable(), "http://" + address)));
        } else {
            // The gateway keeps no personal data, so it gets no keys.
            environment.put("ZHIGONG_KEYS_FILE", stack.state().keys().toString());
            // One killed and started again goes on at once, instead of waiting until the broker gives its old self up.
            environment.put("MP_MESSAGING_INCOMING_EVENTS_GROUP_INSTANCE_ID", component.name());
        }
        if (component.equals(Component.MEMBERSHIP)) {
            environment.put("ZHIGONG_INBOX_DIR", stack.state().inbox().toString());
            environment.put("ZHIGONG_PUBLIC_URL", stack.url(Component.GATEWAY));
        }
        return environment;
    }

    private Map<String, String> serviceUrls() {
        var urls = new LinkedHashMap<String, String>();
        for (var service : Component.SERVICES) {
            urls.put(service.urlVariable(), stack.url(service));
            urls.put(service.managementUrlVariable(), stack.managementUrl(service));
        }
        return urls;
    }

    /** For scripts: where everything is. Holds passwords, so the file is for the owner alone. */
    SequencedMap<String, String> forScripts() {
        var values = new LinkedHashMap<String, String>();
        values.put(Component.GATEWAY.urlVariable(), stack.url(Component.GATEWAY));
        values.put(Component.GATEWAY.managementUrlVariable(), stack.managementUrl(Component.GATEWAY));
        values.putAll(serviceUrls());
        var issuer = stack.issuer();
        values.put(Replacements.ISSUER, issuer.issuer());
        values.put("TOKEN_URL", issuer.token());
        values.put("USERINFO_URL", issuer.userinfo());
        values.put(Replacements.KAFKA, stack.bootstrap());
        values.put("DATABASE_URL", stack.superuser().url());
        Component.ALL.forEach(component -> values.put(
                component.variable("DATABASE_URL"),
                stack.database(component.name()).url()));
        values.put("ZHIGONG_STATE", stack.state().path().toString());
        return values;
    }
}
