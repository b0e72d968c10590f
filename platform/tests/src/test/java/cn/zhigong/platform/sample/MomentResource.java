package cn.zhigong.platform.sample;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers with what it was sent, for tests of how requests are read; everybody may. */
@Path("/v1/moments")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Reach(Within.ANYBODY)
@Idempotent
class MomentResource {

    enum Tense {
        PAST,
        FUTURE
    }

    record Moment(
            @Nullable Instant at,
            @Nullable LocalDate on,
            @Nullable Tense tense) {}

    record Guest(@NotBlank String name) {}

    record Party(
            @Nullable List<@NotBlank String> judges,
            @Nullable Set<@NotBlank String> helpers,
            @Nullable List<@NotNull @Valid Guest> guests) {}

    static class Filters {

        @QueryParam("at")
        @Nullable Instant at;

        @QueryParam("tense")
        @Nullable Tense tense;
    }

    @POST
    public Moment echo(@NotNull Moment moment) {
        return moment;
    }

    @GET
    public Moment find(@BeanParam Filters filters, @QueryParam("on") @Nullable LocalDate on) {
        return new Moment(filters.at, on, filters.tense);
    }

    @PUT
    @Path("/{id}/party")
    public Party invite(@NotBlank String id, @Valid @NotNull Party party) {
        return party;
    }

    @PUT
    @Path("/{id}/guests")
    public List<Guest> invite(@NotBlank String id, @NotNull List<@NotNull @Valid Guest> guests) {
        return guests;
    }
}
