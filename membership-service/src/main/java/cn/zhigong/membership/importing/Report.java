package cn.zhigong.membership.importing;

import cn.zhigong.platform.table.CsvLine;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of the file that tells an officer what to mend: by line, masked, harmless in a spreadsheet. */
final class Report {

    private static final List<String> HEADING =
            List.of("行号", "姓名", "证件号码", "结果", "结果代码", "问题", "变更", "重复行号", "手机号与他人相同", "处理结果", "会员 ID");

    private Report() {}

    static String heading() {
        return CsvLine.MARK + CsvLine.of(HEADING);
    }

    static String line(RowView row) {
        return CsvLine.of(List.of(
                String.valueOf(row.line()),
                row.name() == null ? "" : row.name(),
                row.identity() == null ? "" : row.identity(),
                meaning(row.result()),
                row.result().name(),
                row.flaws().stream()
                        .map(flaw -> flaw.field().headings().getFirst() + " " + flaw.code())
                        .collect(Collectors.joining("; ")),
                row.changes().stream().map(field -> field.headings().getFirst()).collect(Collectors.joining("; ")),
                row.firstLine() == null ? "" : String.valueOf(row.firstLine()),
                row.phoneShared() ? "是" : "",
                row.outcome() == null ? "" : row.outcome().name(),
                row.memberId() == null ? "" : row.memberId().toString()));
    }

    private static String meaning(RowResult result) {
        return switch (result) {
            case OK_NEW -> "新会员";
            case OK_UPDATE -> "信息更新";
            case DUP_IN_DB_SAME_ORG -> "已是本单位会员, 无变化";
            case RETIRED -> "退休人员, 保留会籍";
            case CONFLICT_OTHER_ORG -> "已是其他工会会员, 将发起接转";
            case DUP_IN_FILE -> "文件内重复";
            case ID_CHECK_FAILED -> "证件有误";
            case NAME_MISMATCH -> "姓名与证件不符";
            case ORG_NOT_FOUND -> "未找到所填工会";
            case UNDER_16 -> "未满十六周岁";
            case BLOCKED_WITHDRAWN -> "曾退会或被除名, 须本人申请";
            case INVALID -> "填写有误";
        };
    }
}
