package cn.zhigong.membership.phone;

import cn.zhigong.platform.reference.MobilePhone;

/** The way to a phone. A bean of this type takes the place of the local inbox. */
public interface SmsSender {

    /**
     * Sends a one-time code; called outside transactions, on a thread of its own. It gives up within seconds: an old
     * code is worth nothing.
     */
    void sendCode(MobilePhone phone, String code);
}
