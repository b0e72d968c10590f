package cn.zhigong.platform.api.lint;

import java.util.List;

/** Rules for lists. */
enum ListRule implements ApiRule {
    LISTS_ARE_PAGED("A list that is read takes limit and after, and its answer has items and next", ListRule::paged),
    PAGES_ARE_SMALL("A page has 200 things at most", ListRule::small);

    private static final int MOST = 200;

    private final Stated<Subject> stated;

    ListRule(String sentence, Check<Subject> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<Subject> stated() {
        return stated;
    }

    private static void paged(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            var schema = Place.of(operation)
                    .child("responses")
                    .child("200")
                    .child("content")
                    .child("application/json")
                    .child("schema");
            var items = schema.child("properties").child("items").exists();
            var next = schema.child("properties").child("next").exists();
            var pages = operation.parameters("query").containsAll(List.of("limit", "after"));
            if (operation.method().equals("get") && (items || next || pages) && !(items && next && pages)) {
                report.add(Place.of(operation).pointer(), "is half a list");
            }
        }
    }

    private static void small(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            for (var parameter : Subject.parameters(operation)) {
                var most = parameter.child("schema").json().path("maximum");
                if (parameter.text("name").equals("limit") && !(most.isInt() && most.asInt() <= MOST)) {
                    report.add(parameter.pointer(), "has no maximum of at most " + MOST);
                }
            }
        }
    }
}
