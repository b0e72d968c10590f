package cn.zhigong.systemtests;

import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Api;
import cn.zhigong.systemtests.stack.Stack;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A worker's dispute about wages. */
final class Dispute {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Dispute() {}

    /** Files one with the Pudong federation. */
    static Answer file(Stack stack, Api worker) {
        return worker.post(
                "/api/rights/v1/disputes",
                Map.of(
                        "kind",
                        "PAY_OR_COMPENSATION",
                        "claimItems",
                        List.of(Map.of("kind", "UNPAID_WAGES", "amount", Map.of("fen", 860_000, "currency", "CNY"))),
                        "respondent",
                        Map.of("name", "示范精密制造有限公司"),
                        "facts",
                        "九月以来未发工资。",
                        "organisationId",
                        stack.city().pudong(),
                        "knewOn",
                        LocalDate.ofInstant(stack.now(), CHINA).minusDays(30).toString()));
    }
}
