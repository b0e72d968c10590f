package cn.zhigong.membership.transfer;

/** Why the new union does not take a member in; the membership stays where it is. */
public enum TransferRefusal {
    /** Works for nobody this union covers, and not in its area. */
    NOT_OF_THIS_UNION,
    FALSE_STATEMENT,
    OTHER
}
