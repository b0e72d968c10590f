package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.STALE_VERSION;
import static cn.zhigong.platform.problem.CommonProblem.VERSION_REQUIRED;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.privacy.Digests;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Strong entity tags (RFC 9110 §8.8.3): reads that can be skipped, and changes that cannot overwrite another's. A tag
 * is the version and a digest of everything the answer shows, for an answer may show what its version does not cover:
 * the seats left, what another service said, what this caller may see.
 */
public class EntityTags {

    private static final String ANY = "*";
    private static final int DIGEST_CHARACTERS = 16;

    /**
     * Refuses a change unless it was made against the current version.
     *
     * @param ifMatch the request's {@code If-Match} header: tags of this thing, or {@code *} for whatever it is now
     */
    public static void requireCurrent(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw VERSION_REQUIRED.problem();
        }
        for (var tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals(ANY) || isOfVersion(tag.strip(), version)) {
                return;
            }
        }
        throw STALE_VERSION.problem();
    }

    private static boolean isOfVersion(String tag, long version) {
        return tag.equals("\"" + version + "\"") || (tag.startsWith("\"" + version + "-") && tag.endsWith("\""));
    }

    static String of(Versioned view) {
        // The text of a record is the text of everything in it.
        var digest = Digests.hex(view.toString().getBytes(UTF_8)).substring(0, DIGEST_CHARACTERS);
        return "\"" + view.version() + "-" + digest + "\"";
    }

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Versioned view) || response.getStatus() >= 300) {
            return;
        }
        var tag = of(view);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals("GET") && known != null && lists(known.replace("W/", ""), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private static boolean lists(String header, String tag) {
        for (var one : header.split(",", -1)) {
            if (one.strip().equals(tag) || one.strip().equals(ANY)) {
                return true;
            }
        }
        return false;
    }
}
