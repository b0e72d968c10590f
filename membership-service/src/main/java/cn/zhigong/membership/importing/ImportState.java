package cn.zhigong.membership.importing;

import cn.zhigong.platform.sql.Literals;
import cn.zhigong.platform.state.Steps;

/** How far an import (导入批次) has come, and every step it can take. */
enum ImportState implements Steps<ImportState> {
    /** 已上传: the file is kept, nobody has read it yet. */
    UPLOADED,
    /** 不受理: the file is no roster, too large for one, or full of other people. */
    REFUSED,
    /** 已解析: each row is read for itself. */
    PARSED,
    /** 已校验: each row is compared with the register; nothing is changed (预检). */
    VALIDATED,
    /** 已复核: a second person agrees to these verdicts. */
    CONFIRMED,
    /** 入库中. */
    APPLYING,
    /** 已入库: all that was agreed to. */
    APPLIED,
    /** 部分入库: the register had changed since some of the verdicts. */
    PARTIALLY_APPLIED,
    /** 回滚中. */
    ROLLING_BACK,
    /** 已回滚. */
    ROLLED_BACK,
    /** 已取消: given up before anything was changed. */
    CANCELLED;

    /** In work, as a condition in SQL, in the words of the index that finds those. */
    static final String IS_IN_WORK = "state in " + Literals.list(ImportState.class, ImportState::isInWork);

    /** Nothing was changed yet, as a condition in SQL. */
    static final String IS_PENDING = "state in " + Literals.list(ImportState.class, ImportState::isPending);

    @Override
    public boolean canBecome(ImportState next) {
        return switch (this) {
            case UPLOADED -> next == PARSED || next == REFUSED || next == CANCELLED;
            case PARSED -> next == VALIDATED || next == REFUSED || next == CANCELLED;
            case VALIDATED -> next == CONFIRMED || next == CANCELLED;
            case CONFIRMED -> next == APPLYING || next == CANCELLED;
            case APPLYING -> next == APPLIED || next == PARTIALLY_APPLIED;
            case APPLIED, PARTIALLY_APPLIED -> next == ROLLING_BACK;
            case ROLLING_BACK -> next == ROLLED_BACK;
            case REFUSED, ROLLED_BACK, CANCELLED -> false;
        };
    }

    /** Whether the platform has something to do before a person has. */
    boolean isInWork() {
        return switch (this) {
            case UPLOADED, PARSED, APPLYING, ROLLING_BACK -> true;
            case REFUSED, VALIDATED, CONFIRMED, APPLIED, PARTIALLY_APPLIED, ROLLED_BACK, CANCELLED -> false;
        };
    }

    /** Whether nothing was changed yet and something may be. */
    boolean isPending() {
        return canBecome(CANCELLED);
    }
}
