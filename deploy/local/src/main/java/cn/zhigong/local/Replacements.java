package cn.zhigong.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Real servers that stand in for parts of the stack, told by environment variables. They are remembered until the next
 * "up".
 */
record Replacements(Map<String, String> values) {

    static final String DATABASE = "EXTERNAL_DATABASE_URL";
    static final String KAFKA = "KAFKA_BOOTSTRAP";
    static final String ISSUER = "ISSUER_URL";

    /**
     * Takes replacements out of the environment, but not those that only repeat what this very stack last wrote into
     * its env file: somebody may have sourced that.
     */
    static Replacements from(Map<String, String> environment, Map<String, String> ownEnvFile, Replacements before) {
        var values = new LinkedHashMap<String, String>();
        for (var name : names()) {
            var value = environment.get(name);
            boolean echo =
                    value != null && value.equals(ownEnvFile.get(name)) && !value.equals(before.values.get(name));
            if (value != null && !value.isBlank() && !echo) {
                values.put(name, value);
            }
        }
        return new Replacements(values);
    }

    private static Iterable<String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put(DATABASE, "");
        names.put(KAFKA, "");
        names.put(ISSUER, "");
        Component.ALL.forEach(component -> names.put(component.urlVariable(), ""));
        Component.ALL.forEach(component -> names.put(component.managementUrlVariable(), ""));
        return names.keySet();
    }

    Optional<Database> database() {
        return Optional.ofNullable(values.get(DATABASE)).map(Database::parse);
    }

    Optional<String> kafka() {
        return Optional.ofNullable(values.get(KAFKA));
    }

    Optional<String> issuer() {
        return Optional.ofNullable(values.get(ISSUER));
    }

    Optional<String> url(Component component) {
        return Optional.ofNullable(values.get(component.urlVariable()));
    }

    Optional<String> managementUrl(Component component) {
        return Optional.ofNullable(values.get(component.managementUrlVariable()));
    }
}
