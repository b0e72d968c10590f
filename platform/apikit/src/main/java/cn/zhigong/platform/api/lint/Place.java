package cn.zhigong.platform.api.lint;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a document and where it is. References are followed at each step, so a shared schema has one place however
 * it was reached.
 */
record Place(ApiDocument document, String pointer, JsonNode json) {

    static Place root(ApiDocument document) {
        return new Place(document, "", document.root());
    }

    static Place of(ApiOperation operation) {
        return root(operation.document()).child("paths").child(operation.path()).child(operation.method());
    }

    Place child(String name) {
        return followed(pointer + "/" + escaped(name), json.path(name));
    }

    /** The members of an object or the elements of an array. */
    List<Place> children() {
        var children = new ArrayList<Place>();
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                children.add(followed(pointer + "/" + i, json.path(i)));
            }
        } else {
            json.fieldNames().forEachRemaining(name -> children.add(child(name)));
        }
        return children;
    }

    boolean exists() {
        return !json.isMissingNode();
    }

    String text(String name) {
        return json.path(name).asText();
    }

    private Place followed(String at, JsonNode node) {
        var reference = node.path("$ref").asText();
        if (!reference.startsWith("#/")) {
            return new Place(document, at, node);
        }
        return followed(reference.substring(1), document.root().at(reference.substring(1)));
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
