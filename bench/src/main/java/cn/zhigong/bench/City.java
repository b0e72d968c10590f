package cn.zhigong.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The organisations that a benchmark needs, entered through membership's API by an administrator. */
record City(Api membership) {

    /** A union that takes members, four levels down. */
    String union(String name, String kind) {
        var district = enter("DISTRICT_FEDERATION", root(), name + "区总工会");
        var street = enter("SUBDISTRICT", district, name + "街道总工会");
        return enter(kind, street, name + "工会");
    }

    /** There is one root; the demonstration city may have brought it. */
    private String root() {
        var first = membership.get("/v1/organisations?kind=CITY_FEDERATION").path("items");
        return first.isEmpty() ? id(post(Map.of("name", "测试市总工会", "kind", "CITY_FEDERATION"))) : id(first.get(0));
    }

    private String enter(String kind, String parent, String name) {
        var body = new HashMap<String, Object>(Map.of("name", name, "kind", kind, "parentId", parent));
        if (kind.equals("SUBDISTRICT")) {
            body.put("district", "310101");
            body.put("street", "310101002");
        }
        return id(post(body));
    }

    private JsonNode post(Map<String, Object> body) {
        return membership.post("/v1/organisations", body);
    }

    private static String id(JsonNode organisation) {
        return organisation.path("id").asText();
    }
}
