package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.service.Service;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** The landing page for machines: a link set (RFC 9727, RFC 9264) from each API to its descriptions. */
@Singleton
class ApiCatalog {
    private final Page page;

    ApiCatalog(ObjectMapper json) {
        var root = json.createObjectNode();
        var links = root.putArray("linkset");
        for (var service : Service.values()) {
            var context = links.addObject().put("anchor", service.prefix() + "/v1");
            var descriptions = context.putArray("service-desc");
            descriptions
                    .addObject()
                    .put("href", "/openapi.json")
                    .put("type", "application/vnd.oai.openapi+json;version=3.1");
            descriptions
                    .addObject()
                    .put("href", "/asyncapi.json")
                    .put("type", "application/vnd.aai.asyncapi+json;version=3.0.0");
            context.putArray("service-doc").addObject().put("href", "/docs").put("type", "text/html");
            context.putArray("status")
                    .addObject()
                    .put("href", "/q/health/ready")
                    .put("type", "application/json");
        }
        page = Page.json(
                        200,
                        "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"",
                        root.toString())
                .with("cache-control", "public, max-age=3600")
                .with("link", "</.well-known/api-catalog>; rel=\"api-catalog\"");
    }

    Page page() {
        return page;
    }
}
