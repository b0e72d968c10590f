package cn.zhigong.membership.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An OpenID provider's userinfo endpoint that vouches for whatever {@link #vouch} said of the token's account. */
public class UserinfoStub implements QuarkusTestResourceLifecycleManager {

    private static final String PREFIX = "zhigong.test.userinfo.";
    private static final String NUMBER = "zhigong.test.userinfo-number.";
    private static final String HANGS_UP = "zhigong.test.userinfo-hangs-up.";
    private static final String AWAY = "away";
    private static final String SILENT = "silent";
    private static final String FOREIGN = "foreign";

    private @Nullable HttpServer server;

    /** What the provider says of an account from now on: kept where every class loader of the test finds it. */
    public static void vouch(String account, String json) {
        System.setProperty(PREFIX + account, json);
    }

    /** Lets the provider know an account's holder, if it knows no other; a number has the first that came with it. */
    public static void enrol(String account, String number, String name) {
        var known = System.getProperties();
        if (!known.containsKey(PREFIX + account) && known.putIfAbsent(NUMBER + number, account) == null) {
            vouch(account, holder(number, name));
        }
    }

    /** The claims about somebody with a resident number. */
    public static String holder(String number, String name) {
        return "{\"identity_type\":\"RESIDENT_ID\",\"identity_number\":\"%s\",\"real_name\":\"%s\"}"
                .formatted(number, name);
    }

    /** The provider fails for this account from now on, until it is vouched for. */
    public static void away(String account) {
        vouch(account, AWAY);
    }

    /** The provider knows no person behind this account's tokens. */
    public static void foreign(String account) {
        vouch(account, FOREIGN);
    }

    /** The provider takes this account's questions and says nothing, until it is vouched for. */
    public static void silent(String account) {
        vouch(account, SILENT);
    }

    /** The provider closes the connection on which it is next asked about this account. */
    public static void hangUpOnce(String account) {
        System.setProperty(HANGS_UP + account, "");
    }

    @Override
    public Map<String, String> start() {
        var provider = listening();
        provider.createContext("/userinfo", exchange -> {
            var token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
            var account = claims.replaceAll("(?s).*\"sub\":\"([^\"]*)\".*", "$1");
            if (System.getProperties().remove(HANGS_UP + account) != null) {
                exchange.close();
                return;
            }
            var answer = System.getProperty(PREFIX + account, "{}").getBytes(UTF_8);
            if (new String(answer, UTF_8).equals(SILENT)) {
                return;
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answered(answer), answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        provider.start();
        server = provider;
        return Map.of(
                "zhigong.userinfo", "http://127.0.0.1:" + provider.getAddress().getPort() + "/userinfo");
    }

    private static int answered(byte[] answer) {
        return switch (new String(answer, UTF_8)) {
            case AWAY -> 503;
            case FOREIGN -> 403;
            default -> 200;
        };
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
