package cn.zhigong.platform.asyncapi;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What this service sends and receives, for the gateway: the {@code api/asyncapi.yaml} that the build packages. */
@Path("/asyncapi")
@Produces(MediaType.APPLICATION_JSON)
class AsyncApiResource {

    private static final String PACKAGED = "META-INF/zhigong/asyncapi.yaml";

    private final @Nullable String document = read();

    @GET
    @Reach(Within.ANYBODY)
    @PermitAll
    @Operation(hidden = true)
    public String document() {
        if (document == null) {
            throw NOT_FOUND.problem();
        }
        return document;
    }

    private static @Nullable String read() {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(PACKAGED)) {
            return in == null
                    ? null
                    : new ObjectMapper(new YAMLFactory())
                            .readValue(in, JsonNode.class)
                            .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(PACKAGED, e);
        }
    }
}
