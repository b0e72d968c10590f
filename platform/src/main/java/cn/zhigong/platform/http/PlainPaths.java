package cn.zhigong.platform.http;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * An operation has one path. JAX-RS would also find it with a slash at the end, with path parameters, or by ways up and
 * down; whoever counts, logs or refuses requests by their path must not be deceived by that.
 */
class PlainPaths {

    private static final Pattern UNUSUAL = Pattern.compile("//|.+/$|;|/\\.{1,2}(/|$)|%2[eEfF]|%5[cC]");

    @ServerRequestFilter(preMatching = true)
    public void refuse(HttpServerRequest request) {
        if (UNUSUAL.matcher(request.path()).find()) {
            throw NOT_FOUND.problem();
        }
    }
}
