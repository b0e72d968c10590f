package cn.zhigong.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Addresses that a program is told instead of those of a part it calls, so that something can stand between the two: a
 * proxy that delays, loses and breaks. Remembered until the next "up".
 *
 * @param addresses host:port by {@code program.part}, such as {@code membership.postgres} or {@code gateway.rights}
 */
record Links(Map<String, String> addresses) {

    static final String VARIABLE = "ZHIGONG_LINKS";
    static final Links NONE = new Links(Map.of());

    private static final Pattern ADDRESS = Pattern.compile("[\\w.-]+:\\d{1,5}");

    Links {
        addresses.forEach(Links::check);
    }

    static Links from(Map<String, String> environment) {
        var addresses = new LinkedHashMap<String, String>();
        for (var link : environment.getOrDefault(VARIABLE, "").split(",", -1)) {
            if (!link.isBlank()) {
                int equals = link.indexOf('=');
                addresses.put(
                        link.substring(0, Math.max(0, equals)).strip(),
                        link.substring(equals + 1).strip());
            }
        }
        return new Links(addresses);
    }

    private static void check(String link, String address) {
        boolean known = Component.ALL.stream()
                .anyMatch(program -> partsOf(program).stream().anyMatch(part -> link.equals(name(program, part))));
        if (!known || !ADDRESS.matcher(address).matches()) {
            throw new LocalStackException(
                    "%s: '%s=%s' is not of the form membership.postgres=host:port".formatted(VARIABLE, link, address));
        }
    }

    /** What a program calls, and can be given another address of. */
    private static List<String> partsOf(Component program) {
        return program.equals(Component.GATEWAY)
                ? Component.SERVICES.stream().map(Component::name).toList()
                : List.of(Stack.POSTGRES, Stack.KAFKA);
    }

    private static String name(Component program, String part) {
        return program.name() + "." + part;
    }

    Optional<String> address(Component program, String part) {
        return Optional.ofNullable(addresses.get(name(program, part)));
    }

    /**
     * The addresses of the broker by the program that is told so. A broker tells its clients where to go on calling, so
     * it needs a listener for each of them.
     */
    Map<String, String> ofTheBroker() {
        return Component.SERVICES.stream()
                .filter(program -> address(program, Stack.KAFKA).isPresent())
                .collect(Collectors.toMap(
                        Component::name,
                        program -> address(program, Stack.KAFKA).orElseThrow(),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }
}
