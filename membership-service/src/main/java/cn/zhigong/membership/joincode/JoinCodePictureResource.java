package cn.zhigong.membership.joincode;

import cn.zhigong.platform.security.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/join-codes/{code}")
@Tag(name = "Join codes")
@RolesAllowed({"officer", "admin"})
@RunOnVirtualThread
class JoinCodePictureResource {

    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";
    private static final String PDF = "application/pdf";

    private final Issuing issuing;
    private final Poster poster;
    private final CurrentCaller caller;

    JoinCodePictureResource(Issuing issuing, Poster poster, CurrentCaller caller) {
        this.issuing = issuing;
        this.poster = poster;
        this.caller = caller;
    }

    @GET
    @Path("/qr.png")
    @Produces(PNG)
    @Operation(summary = "The code as a QR picture, by code or id; a live one as it is now. 入会码二维码（PNG）。")
    @APIResponse(responseCode = "200", description = "A square picture")
    public RestResponse<byte[]> png(String code) {
        var picture = Qr.of(issuing.display(caller.get(), code).url()).png();
        return file(PNG, picture, "inline; filename=\"join-code.png\"");
    }

    @GET
    @Path("/qr.svg")
    @Produces(SVG)
    @Operation(summary = "The same as a drawing that prints sharply at any size. 入会码二维码（SVG）。")
    @APIResponse(responseCode = "200", description = "A square drawing")
    public RestResponse<String> svg(String code) {
        var drawing = Qr.of(issuing.display(caller.get(), code).url()).svg();
        return file(SVG, drawing, "inline; filename=\"join-code.svg\"");
    }

    @GET
    @Path("/poster.pdf")
    @Produces(PDF)
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
