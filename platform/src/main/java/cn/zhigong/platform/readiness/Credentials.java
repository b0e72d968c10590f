package cn.zhigong.platform.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the service proves itself to its database, and by whose word it believes callers. */
record Credentials(String user, String password, String issuer, String keys) {

    private static final List<String> DEFAULT_PASSWORDS = List.of("", "password", "postgres", "zhigong", "admin");

    List<String> unsafe() {
        List<String> found = new ArrayList<>();
        if (DEFAULT_PASSWORDS.contains(password)) {
            found.add("quarkus.datasource.password is empty or a default");
        } else if (password.equals(user)) {
            found.add("quarkus.datasource.password is the user's name");
        }
        if (!issuer.toLowerCase(Locale.ROOT).startsWith("https://")) {
            found.add("zhigong.token.issuer is not https");
        }
        if (travelsOpenly(keys)) {
            found.add("zhigong.token.keys is neither https nor a file");
        }
        return found;
    }

    /** A file of the deployment's own is fine; anything else that is no https can be changed on its way. */
    private static boolean travelsOpenly(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        return lower.contains(":") && !lower.startsWith("https:") && !lower.startsWith("file:");
    }
}
