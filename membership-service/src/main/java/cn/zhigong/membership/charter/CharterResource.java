package cn.zhigong.membership.charter;

import cn.zhigong.platform.problem.Language;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/charters")
@Produces(MediaType.APPLICATION_JSON)
@Reach(Within.ANYBODY)
@Tag(name = "Join codes")
class CharterResource {

    /** The text to show before somebody agrees to it. */
    record CharterView(String version, String language, String title, List<String> points, String privacy) {}

    private final Charters charters;

    CharterResource(Charters charters) {
        this.charters = charters;
    }

    @GET
    @Path("/current")
    @PermitAll
    @Operation(summary = "The charter that applicants agree to, in the caller's language. 申请人须同意的工会章程（现行版本）。")
    public CharterView current(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        var language = Language.preferred(accepted);
        var words = charters.current(language);
        return new CharterView(Charters.CURRENT, language.tag(), words.title(), words.points(), words.privacy());
    }
}
