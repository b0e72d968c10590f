package cn.zhigong.membership.transfer;

/** Why a membership moves (接转原因): it follows the labour relation (工会会员会籍管理办法 §5). */
enum TransferReason {
    /** 变更工作单位. */
    CHANGE_OF_EMPLOYER,
    /** 本单位新建工会: until then the union of the place had taken the worker in. */
    OWN_UNION_FOUNDED,
    /** 再就业: of a retained member. */
    BACK_AT_WORK,
    OTHER
}
