package cn.zhigong.systemtests;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.lint.ApiLint;
import cn.zhigong.platform.api.lint.Conventions;
import cn.zhigong.platform.api.lint.Finding;
import java.util.List;
import java.util.Set;

/** The rules that each service's document keeps, for the one that the gateway makes of them. */
final class MergedApi {

    /** Those that a service's own test knows an exception of; its place has another name here. */
    private static final Set<String> HELD_BY_THE_SERVICES = Set.of("LISTS_ARE_PAGED", "NAMES_ARE_WORDS");

    private MergedApi() {}

    static List<Finding> findings(ApiDocument document) {
        return ApiLint.verdict(document, conventions(document)).findings().stream()
                .filter(one -> !HELD_BY_THE_SERVICES.contains(one.rule()))
                // The gateway's own pages and health answer browsers and probes.
                .filter(one ->
                        !one.pointer().startsWith("/paths/") || one.pointer().startsWith("/paths/~1api~1"))
                .toList();
    }

    /** Who may call what without a token is each service's list; here it must only have survived. */
    private static Conventions conventions(ApiDocument document) {
        var open = document.operations().stream()
                .filter(ApiOperation::isPublic)
                .map(ApiOperation::id)
                .toArray(String[]::new);
        return Conventions.ofPlatform()
                .without("getCalendar")
                .withPublic(open)
                .withVerbs(
                        "accept",
                        "apply",
                        "approve",
                        "cancel",
                        "close",
                        "close-temporarily",
                        "confirm",
                        "consent",
                        "correct",
                        "decide")
                .withVerbs("dismiss", "dissolve", "file", "finalise", "reopen")
                .withVerbs("merge", "move", "open", "postpone", "publicise", "publish", "ready", "refuse", "reject")
                .withVerbs("return", "revoke", "rollback", "search", "start", "submit", "transfer", "withdraw");
    }
}
