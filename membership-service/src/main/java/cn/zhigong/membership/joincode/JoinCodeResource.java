package cn.zhigong.membership.joincode;

import cn.zhigong.membership.joincode.Issuing.Live;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/join-codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Join codes")
@Idempotent
class JoinCodeResource {

    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";
    private static final String PDF = "application/pdf";

    private final JoinCodes codes;
    private final Issuing issuing;
    private final Poster poster;
    private final CurrentCaller caller;

    JoinCodeResource(JoinCodes codes, Issuing issuing, Poster poster, CurrentCaller caller) {
        this.codes = codes;
        this.issuing = issuing;
        this.poster = poster;
        this.caller = caller;
    }

    @GET
    @Reach(Within.ANYBODY)
    @Path("/{code}")
    @PermitAll
    @Operation(
            summary = "What a scanned code invites to; for a live code with the pass to apply with."
                    + " 查询扫到的入会码；动态码同时返回申请凭证。")
    @APIResponseSchema(value = JoinCodes.Invitation.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "JOIN_CODE_UNKNOWN")
    @APIResponse(
            responseCode = "409",
            description = "JOIN_CODE_NOT_YET_VALID, JOIN_CODE_EXPIRED, JOIN_CODE_REVOKED or JOIN_CODE_EXHAUSTED")
    public JoinCodes.Invitation invitation(String code) {
        return codes.invitation(code);
    }

    @GET
    @Reach(Within.UNION)
    @Path("/{code}/live")
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "What the display of a live code shows now, by code or id. 获取动态入会码当前的内容。")
    @APIResponseSchema(value = Live.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "JOIN_CODE_OF_OTHER_KIND: the code is a poster's")
    public Live live(String code) {
        return issuing.live(caller.get(), code);
    }

    @POST
    @Reach(Within.UNION)
    @Path("/{code}/revoke")
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Take a join code back at once and for ever, by code or id. 立即撤销入会码。")
    @APIResponseSchema(value = JoinCodeView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION: it was taken back before")
    public JoinCodeView revoke(String code) {
        return issuing.revoke(caller.get(), code);
    }

    @GET
    @Reach(Within.UNION)
    @Path("/{code}/qr.png")
    @Produces(PNG)
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "The code as a QR picture, by code or id; a live one as it is now. 入会码二维码（PNG）。")
    @APIResponse(responseCode = "200", description = "A square picture")
    public RestResponse<byte[]> png(String code) {
        var picture = Qr.of(issuing.display(caller.get(), code).url()).png();
        return file(PNG, picture, "inline; filename=\"join-code.png\"");
    }

    @GET
    @Reach(Within.UNION)
    @Path("/{code}/qr.svg")
    @Produces(SVG)
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "The same as a drawing that prints sharply at any size. 入会码二维码（SVG）。")
    @APIResponse(responseCode = "200", description = "A square drawing")
    public RestResponse<String> svg(String code) {
        var drawing = Qr.of(issuing.display(caller.get(), code).url()).svg();
        return file(SVG, drawing, "inline; filename=\"join-code.svg\"");
    }

    @GET
    @Reach(Within.UNION)
    @Path("/{code}/poster.pdf")
    @Produces(PDF)
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "A poster of one A4 page, ready to print. 可打印的入会海报（A4）。")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "409", description = "JOIN_CODE_OF_OTHER_KIND: a live code cannot be printed")
    public RestResponse<byte[]> poster(String code) {
        var display = issuing.poster(caller.get(), code);
        return file(PDF, poster.pdf(display), "attachment; filename=\"join-poster.pdf\"");
    }

    private static <T> RestResponse<T> file(String type, T content, String disposition) {
        return RestResponse.ResponseBuilder.<T>ok(content)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .build();
    }
}
