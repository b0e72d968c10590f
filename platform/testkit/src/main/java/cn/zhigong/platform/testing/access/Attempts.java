package cn.zhigong.platform.testing.access;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.api.access.SchemaSample;
import cn.zhigong.platform.testing.Tokens;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Makes requests of operations and samples; says which sample is missing. */
final class Attempts {

    /** No sample has this id. */
    static final String NOBODY_S = "01900000-0000-7000-8000-00000000dead";

    static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Samples samples;

    Attempts(Samples samples) {
        this.samples = samples;
    }

    /** An operation about to be called; each method gives another one. */
    record Attempt(
            ApiOperation operation, String path, Map<String, String> headers, Map<String, String> query, String body) {

        Attempt in(String writtenPath) {
            return new Attempt(operation, writtenPath, headers, query, body);
        }

        Attempt with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Attempt(operation, path, more, query, body);
        }

        Attempt without(String header) {
            var fewer = new LinkedHashMap<>(headers);
            fewer.remove(header);
            return new Attempt(operation, path, fewer, query, body);
        }

        Attempt asking(String parameter, String value) {
            var more = new LinkedHashMap<>(query);
            more.put(parameter, value);
            return new Attempt(operation, path, headers, more, body);
        }

        Attempt saying(String otherBody) {
            return new Attempt(operation, path, headers, query, otherBody);
        }

        Attempt by(String token) {
            return token.isEmpty() ? this : with("Authorization", "Bearer " + token);
        }

        Wire.Request request() {
            return request(operation.method().toUpperCase(Locale.ROOT));
        }

        Wire.Request request(String verb) {
            var asked = new StringBuilder(path);
            query.forEach((name, value) -> asked.append(asked.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(value));
            var sent = new HashMap<>(headers);
            if (!body.isEmpty()) {
                var patches = operation.method().equals("patch");
                sent.putIfAbsent("Content-Type", patches ? "application/merge-patch+json" : "application/json");
            }
            return new Wire.Request(verb, asked.toString(), sent, body);
        }
    }

    /** A whole request, but for who makes it: its path names things of a world, its body speaks in home's terms. */
    Attempt at(ApiOperation operation, World things, String role) {
        return at(operation, path(operation, things), role);
    }

    /** The same with a path of one's own. */
    Attempt at(ApiOperation operation, String path, String role) {
        var headers = operation.takesForm() ? Map.of("Content-Type", Form.MEDIA_TYPE) : Map.<String, String>of();
        var plain = new Attempt(operation, path, headers, Map.of(), body(operation, role));
        // Whatever the version is now: a probe is about who asks.
        return operation.parameters("header").contains("If-Match") ? plain.with("If-Match", "*") : plain;
    }

    private String body(ApiOperation operation, String role) {
        if (operation.bodySchema().isEmpty() && !operation.takesForm()) {
            return "";
        }
        return samples.bodyFor(operation.name(), role)
                .or(() -> SchemaSample.body(operation).map(Object::toString))
                .orElseThrow(() -> missing("a body for " + operation.name()));
    }

    String path(ApiOperation operation, World world) {
        var values = new LinkedHashMap<String, String>();
        for (var prefix : new AccessRule(operation).prefixes()) {
            values.put(prefix, id(world, prefix, operation));
        }
        return path(operation, values);
    }

    /** The path with a value for each prefix that ends in a variable. */
    String path(ApiOperation operation, Map<String, String> values) {
        var path = new StringBuilder();
        var written = 0;
        for (var prefix : new AccessRule(operation).prefixes()) {
            path.append(prefix, written, prefix.lastIndexOf('{')).append(values.get(prefix));
            written = prefix.length();
        }
        return path.append(operation.path().substring(written)).toString();
    }

    String id(World world, String prefix, ApiOperation operation) {
        var ofOperation = prefix.length() == operation.path().lastIndexOf('}') + 1 ? operation.name() : "";
        return samples.id(world, prefix, ofOperation)
                .orElseThrow(() -> missing("%s id at %s".formatted(world, prefix)));
    }

    /** The path with the last thing replaced by one that nobody has; of the same shape where that is a UUID. */
    String pathOfNothing(ApiOperation operation, World world) {
        var values = new LinkedHashMap<String, String>();
        new AccessRule(operation).prefixes().forEach(prefix -> values.put(prefix, id(world, prefix, operation)));
        return pathOfNothing(operation, values);
    }

    /** The same with ids of one's own. */
    String pathOfNothing(ApiOperation operation, Map<String, String> ids) {
        var values = new LinkedHashMap<>(ids);
        var last = values.lastEntry();
        values.put(last.getKey(), nothingLike(last.getValue()));
        return path(operation, values);
    }

    private static String nothingLike(String id) {
        try {
            return UUID.fromString(id).toString().isEmpty() ? id : NOBODY_S;
        } catch (IllegalArgumentException _) {
            // A code or a number: its first letter or digit turned is another of the same length.
            return (id.charAt(0) == 'A' ? 'B' : 'A') + id.substring(1);
        }
    }

    /** The token of whoever in a world acts with a role in this operation; none for a public one. */
    String token(ApiOperation operation, String role, World world) {
        if (role.isEmpty()) {
            return "";
        }
        if (AccessRule.isScope(role)) {
            return Tokens.ofPartner("kit-partner", role);
        }
        var realm = role.equals(AccessRule.ANY_ROLE) ? "member" : role;
        return Tokens.of(account(operation, role, world), realm);
    }

    /** The account of home that is rightful in this operation, but with another role. */
    String tokenWith(ApiOperation operation, String role) {
        var rightful = new AccessRule(operation).allowedRoles().iterator().next();
        if (role.isEmpty() || AccessRule.isScope(role)) {
            return token(operation, role, World.HOME);
        }
        var account = samples.account(World.HOME, rightful, operation.name())
                .or(() -> samples.account(World.HOME, "officer", operation.name()))
                .orElse("kit-" + role);
        return Tokens.of(account, role.equals(AccessRule.ANY_ROLE) ? "member" : role);
    }

    private String account(ApiOperation operation, String role, World world) {
        var rule = new AccessRule(operation);
        var special = samples.account(world, role, operation.name());
        if (rule.actsAsOwner(role)) {
            return samples.account(world, "owner", operation.name())
                    .orElseThrow(() -> missing("an owner for " + operation.name()));
        }
        if (rule.limitedRoles().contains(role)) {
            return special.or(() -> samples.account(world, "officer", operation.name()))
                    .orElseThrow(() -> missing("who calls %s as %s".formatted(operation.name(), role)));
        }
        // A role that reaches everything needs nobody in particular.
        return special.orElse("kit-" + role);
    }

    private static AssertionError missing(String what) {
        return new AssertionError("The samples lack " + what);
    }
}
