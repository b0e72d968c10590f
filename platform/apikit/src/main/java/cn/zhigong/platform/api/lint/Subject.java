package cn.zhigong.platform.api.lint;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What rules look at: a document, and what its service declares about it. */
public final class Subject {

    /** Whose text a schema describes: a caller's, which must be bounded, or the service's. */
    enum Side {
        REQUEST,
        ANSWER
    }

    /** A schema that some operation uses. */
    record Used(Place place, Side side) {}

    private final ApiDocument document;
    private final Conventions conventions;
    private final List<Used> schemas = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Subject(ApiDocument document, Conventions conventions) {
        this.document = document;
        this.conventions = conventions;
        operations().forEach(this::collect);
    }

    ApiDocument document() {
        return document;
    }

    Conventions conventions() {
        return conventions;
    }

    List<ApiOperation> operations() {
        return document.operations();
    }

    /** Every schema that operations use, once for each side, in no particular order. */
    List<Used> schemas() {
        return schemas;
    }

    private void collect(ApiOperation operation) {
        var place = Place.of(operation);
        parameters(operation).forEach(one -> visit(one.child("schema"), Side.REQUEST));
        media(place.child("requestBody")).forEach(one -> visit(one.child("schema"), Side.REQUEST));
        for (var answer : place.child("responses").children()) {
            media(answer).forEach(one -> visit(one.child("schema"), Side.ANSWER));
        }
    }

    static List<Place> parameters(ApiOperation operation) {
        return Place.of(operation).child("parameters").children();
    }

    /** The media types of a body or an answer. */
    static List<Place> media(Place place) {
        return place.child("content").children();
    }

    private void visit(Place schema, Side side) {
        if (!schema.json().isObject() || !seen.add(side + schema.pointer())) {
            return;
        }
        schemas.add(new Used(schema, side));
        schema.child("properties").children().forEach(one -> visit(one, side));
        for (var part : List.of("allOf", "anyOf", "oneOf", "prefixItems")) {
            schema.child(part).children().forEach(one -> visit(one, side));
        }
        visit(schema.child("items"), side);
        visit(schema.child("additionalProperties"), side);
    }
}
