package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CURSOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.privacy.BlindIndex;
import cn.zhigong.platform.security.CurrentCaller;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keyset paging: a page ends with the key of its last row, and the next begins after it, so pages are stable under
 * inserts and the ten-thousandth is as fast as the first. A cursor is sealed to the caller and the filters it was made
 * for; an edited or borrowed one is refused.
 */
@Singleton
public class Paging {

    /** The query parameters that every list takes. */
    public static class Request {

        @QueryParam("limit")
        @DefaultValue("20")
        @Min(1) @Max(200) int limit = 20;

        @QueryParam("after")
        @Nullable String after;
    }

    private final BlindIndex seal;
    private final CurrentCaller caller;
    private final UriInfo uri;
    private final HttpServerRequest request;

    Paging(BlindIndex seal, CurrentCaller caller, UriInfo uri, HttpServerRequest request) {
        this.seal = seal;
        this.caller = caller;
        this.uri = uri;
        this.request = request;
    }

    /** Where a list's rows come from. */
    public interface Rows<K, T> {

        /**
         * Reads rows in the order of their keys.
         *
         * @param after the key to begin after; null for the first page
         * @param most how many rows to read: one more than the page will show, which says whether there is a next
         */
        List<T> read(@Nullable K after, int most);
    }

    /** A page of rows with the key {@code id}. */
    public <T> Page<T> page(Request wanted, Rows<UUID, T> rows, Function<T, UUID> key) {
        return page(wanted, UUID::fromString, rows, row -> key.apply(row).toString());
    }

    /**
     * A page of rows with a key of their own.
     *
     * @param parse the key from its text; an {@link IllegalArgumentException} refuses the cursor
     * @param key the text of a row's key, what the next page begins after
     */
    public <K, T> Page<T> page(Request wanted, Function<String, K> parse, Rows<K, T> rows, Function<T, String> key) {
        var found = rows.read(after(wanted, parse), wanted.limit + 1);
        if (found.size() <= wanted.limit) {
            return Page.whole(found);
        }
        var items = found.subList(0, wanted.limit);
        var next = cursor(key.apply(items.getLast()));
        request.response().putHeader("Link", "<?" + query(next) + ">; rel=\"next\"");
        return new Page<>(List.copyOf(items), next);
    }

    private <K> @Nullable K after(Request wanted, Function<String, K> parse) {
        if (wanted.after == null) {
            return null;
        }
        var dot = wanted.after.indexOf('.');
        if (dot < 0) {
            throw INVALID_CURSOR.problem();
        }
        try {
            var decoder = Base64.getUrlDecoder();
            var key = new String(decoder.decode(wanted.after.substring(0, dot)), UTF_8);
            var given = decoder.decode(wanted.after.substring(dot + 1));
            if (!MessageDigest.isEqual(given, sealOf(key))) {
                throw INVALID_CURSOR.problem();
            }
            return parse.apply(key);
        } catch (IllegalArgumentException malformed) {
            throw INVALID_CURSOR.problem();
        }
    }

    private String cursor(String key) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(key.getBytes(UTF_8)) + "." + encoder.encodeToString(sealOf(key));
    }

    private byte[] sealOf(String key) {
        var filters = new TreeMap<>(uri.getQueryParameters());
        filters.remove("after");
        filters.remove("limit");
        return seal.of("cursor", String.join("\n", caller.get().account(), uri.getPath(), filters.toString(), key));
    }

    private String query(String next) {
        var query = new StringBuilder();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!name.equals("after")) {
                values.forEach(value -> query.append(encoded(name))
                        .append('=')
                        .append(encoded(value))
                        .append('&'));
            }
        });
        return query.append("after=").append(encoded(next)).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
