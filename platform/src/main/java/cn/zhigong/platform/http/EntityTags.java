package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.STALE_VERSION;
import static cn.zhigong.platform.problem.CommonProblem.VERSION_REQUIRED;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Strong entity tags from versions: reads that can be skipped, and changes that cannot overwrite another's. */
public class EntityTags {

    /**
     * Refuses a change unless it was made against the current version.
     *
     * @param ifMatch the request's {@code If-Match} header
     */
    public static void requireCurrent(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw VERSION_REQUIRED.problem();
        }
        if (!lists(ifMatch, tag(version))) {
            throw STALE_VERSION.problem();
        }
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static boolean lists(String header, String tag) {
        for (var one : header.split(",", -1)) {
            if (one.trim().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Versioned versioned) || response.getStatus() >= 300) {
            return;
        }
        var tag = tag(versioned.version());
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals("GET") && known != null && lists(known.replace("W/", ""), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }
}
