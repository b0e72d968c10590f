package cn.zhigong.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The parts of one stack, as its state folder describes them. */
record Stack(
        Checkout checkout,
        StateFolder state,
        PortBook ports,
        Replacements replacements,
        Links links,
        Map<String, String> secrets,
        Http http) {

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    private static final String KAFKA_CONTROLLER = "kafka-controller";
    private static final String KEYCLOAK_MANAGEMENT = "keycloak-management";

    /** The stack as it was last brought up. */
    static Stack stored(Checkout checkout, StateFolder state) {
        return new Stack(
                checkout,
                state,
                PortBook.read(state.ports()),
                new Replacements(KeyValues.read(state.replacements())),
                new Links(KeyValues.read(state.links())),
                KeyValues.read(state.secrets()),
                new Http());
    }

    /** The stack as it is to be brought up: what is missing is chosen or generated and written down. */
    static Stack refreshed(Checkout checkout, StateFolder state, Map<String, String> environment) {
        var before = stored(checkout, state);
        var pids = state.pids();
        var links = Links.from(environment);
        KeyValues.write(state.links(), links.addresses());
        var ports = before.ports.refresh(
                portNames(links), environment, part -> pids.running(part).isPresent(), Ports::isFree);
        ports.write(state.ports());
        var replacements = Replacements.from(environment, KeyValues.read(state.environment()), before.replacements);
        KeyValues.write(state.replacements(), replacements.values());
        var secrets = new LinkedHashMap<>(before.secrets);
        var names = new ArrayList<>(List.of(POSTGRES, KeycloakServer.NAME, KeycloakServer.ADMIN));
        Component.ALL.forEach(component -> names.add(component.name()));
        names.forEach(name -> secrets.computeIfAbsent(name, _ -> Secrets.password()));
        KeyValues.write(state.secrets(), secrets);
        state.furnish();
        return new Stack(checkout, state, ports, replacements, links, secrets, before.http);
    }

    private static SequencedMap<String, String> portNames(Links links) {
        var names = new LinkedHashMap<String, String>();
        Component.ALL.reversed().forEach(component -> {
            names.put(component.name(), component.name());
            names.put(component.managementPort(), component.name());
        });
        names.put(POSTGRES, POSTGRES);
        names.put(KAFKA, KAFKA);
        names.put(KAFKA_CONTROLLER, KAFKA);
        links.ofTheBroker().keySet().forEach(program -> names.put(brokerPort(program), KAFKA));
        names.put(KeycloakServer.NAME, KeycloakServer.NAME);
        names.put(KEYCLOAK_MANAGEMENT, KeycloakServer.NAME);
        return names;
    }

    /** Where the broker listens for a program that calls it by an address of its own. */
    private static String brokerPort(String program) {
        return KAFKA + "-" + program;
    }

    Optional<PostgresServer> postgres() {
        if (replacements.database().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new PostgresServer(
                PostgresServer.unpack(checkout),
                state.data(POSTGRES),
                state.log(POSTGRES),
                ports.get(POSTGRES),
                secret(POSTGRES),
                PostgresServer.Durability.DURABLE));
    }

    Optional<KafkaBroker> kafka() {
        if (replacements.kafka().isPresent()) {
            return Optional.empty();
        }
        var listeners = links.ofTheBroker().entrySet().stream()
                .map(link ->
                        new KafkaBroker.Listener(link.getKey(), ports.get(brokerPort(link.getKey())), link.getValue()))
                .toList();
        return Optional.of(new KafkaBroker(
                checkout,
                state.data(KAFKA),
                state.log(KAFKA),
                ports.get(KAFKA),
                ports.get(KAFKA_CONTROLLER),
                listeners));
    }

    Optional<KeycloakServer> keycloak() {
        if (replacements.issuer().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new KeycloakServer(
                KeycloakServer.home(checkout),
                state.data(KeycloakServer.NAME),
                state.log(KeycloakServer.NAME),
                ports.get(KeycloakServer.NAME),
                ports.get(KEYCLOAK_MANAGEMENT),
                database(KeycloakServer.NAME),
                secret(KeycloakServer.ADMIN),
                http));
    }

    /** The programs of ours that are built and not replaced. */
    List<Service> services() {
        return Component.ALL.stream()
                .flatMap(component -> service(component).stream())
                .toList();
    }

    /** Nothing for one that is not built or that something else stands in for. */
    Optional<Service> service(Component component) {
        return Optional.of(component)
                .filter(it -> replacements.url(it).isEmpty())
                .map(this::program)
                .filter(Service::isBuilt);
    }

    private Service program(Component component) {
        return new Service(
                component,
                checkout.root().resolve(component.module()).resolve("target/quarkus-app"),
                state.path().resolve("programs").resolve(component.name()),
                state.log(component.name()),
                ports.get(component.name()),
                ports.get(component.managementPort()),
                new ServiceEnvironment(this).of(component),
                http);
    }

    /** In the order in which they are started. */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        postgres().ifPresent(parts::add);
        kafka().ifPresent(parts::add);
        keycloak().ifPresent(parts::add);
        parts.addAll(services());
        return parts;
    }

    Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LocalStackException("There is no part '%s' here; there are: %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ", parts().stream().map(Part::name).toList()))));
    }

    Database superuser() {
        return replacements
                .database()
                .orElseGet(() -> new Database(
                        "127.0.0.1", ports.get(POSTGRES), POSTGRES, PostgresServer.SUPERUSER, secret(POSTGRES)));
    }

    Database database(String name) {
        return superuser().as(name, name, secret(name));
    }

    String bootstrap() {
        return replacements.kafka().orElseGet(() -> "127.0.0.1:" + ports.get(KAFKA));
    }

    Issuer issuer() {
        return replacements
                .issuer()
                .map(issuer -> Issuer.discover(http, issuer))
                .orElseGet(
                        () -> Issuer.ofKeycloakRealm("http://127.0.0.1:" + ports.get(KeycloakServer.NAME), Realm.NAME));
    }

    String url(Component component) {
        return replacements.url(component).orElseGet(() -> "http://127.0.0.1:" + ports.get(component.name()));
    }

    /** A replaced component may serve its management endpoints where it serves everything. */
    String managementUrl(Component component) {
        return replacements
                .managementUrl(component)
                .or(() -> replacements.url(component))
                .orElseGet(() -> "http://127.0.0.1:" + ports.get(component.managementPort()));
    }

    private String secret(String name) {
        return Optional.ofNullable(secrets.get(name))
                .orElseThrow(() -> new LocalStackException("No stack was started here yet: run make up"));
    }
}
