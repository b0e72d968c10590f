package cn.zhigong.membership.importing;

import java.util.Arrays;

/** What a row means to the register (逐行校验结果). */
enum RowResult {
    /** 新会员: a membership would begin. */
    OK_NEW,
    /** 信息更新: a member of this union, of whom the row says something newer. */
    OK_UPDATE,
    /** 本单位会员, 无变化: a member of this union, and the row says nothing new. */
    DUP_IN_DB_SAME_ORG,
    /** 退休人员: joins, or stays, with a membership that is retained (保留会籍). */
    RETIRED,
    /** 已在其他工会: a transfer would be proposed. */
    CONFLICT_OTHER_ORG,
    /** 文件内重复: the person stands further up in the file. */
    DUP_IN_FILE,
    /** 证件号码有误. */
    ID_CHECK_FAILED,
    /** 姓名与证件不符: the document is known with another name. */
    NAME_MISMATCH,
    /** 未找到所填工会: no union of this code that holds members and is covered by the import's. */
    ORG_NOT_FOUND,
    /** 未满十六周岁: nobody of that age works (劳动法 §15). */
    UNDER_16,
    /** 曾退会或被除名: whose membership has ended comes back by an application of their own only. */
    BLOCKED_WITHDRAWN,
    /** 填写有误: something else in the row cannot be read. */
    INVALID;

    /** Whether applying it changes something. */
    boolean isApplied() {
        return switch (this) {
            case OK_NEW, OK_UPDATE, RETIRED, CONFLICT_OTHER_ORG -> true;
            case DUP_IN_DB_SAME_ORG,
                    DUP_IN_FILE,
                    ID_CHECK_FAILED,
                    NAME_MISMATCH,
                    ORG_NOT_FOUND,
                    UNDER_16,
                    BLOCKED_WITHDRAWN,
                    INVALID -> false;
        };
    }

    /** Whether the row is about somebody who is a member of the union that it names. */
    boolean isOfMember() {
        return this == OK_UPDATE || this == DUP_IN_DB_SAME_ORG || this == RETIRED;
    }

    /** Those whose application changes something. */
    static String[] applied() {
        return Arrays.stream(values())
                .filter(RowResult::isApplied)
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
