package cn.zhigong.platform.problem;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The catalogue as data, for the gateway's problem pages. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
class ProblemResource {

    record Listed(
            String code,
            String slug,
            int status,
            boolean retryable,
            Catalogue.Text title,
            Catalogue.Text meaning,
            Catalogue.Text remedy) {}

    record Listing(List<Listed> problems) {}

    private final Catalogue catalogue;

    ProblemResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Reach(Within.ANYBODY)
    @PermitAll
    @Operation(hidden = true)
    public Listing problems() {
        return new Listing(catalogue.problems().entrySet().stream()
                .map(known -> listed(known.getKey(), known.getValue()))
                .toList());
    }

    private static Listed listed(String code, Catalogue.Entry entry) {
        return new Listed(
                code,
                Catalogue.slug(code),
                entry.status(),
                Boolean.TRUE.equals(entry.retryable()),
                entry.title(),
                entry.meaning(),
                entry.remedy());
    }
}
