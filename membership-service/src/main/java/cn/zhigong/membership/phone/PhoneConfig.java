package cn.zhigong.membership.phone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one-time codes are sent. */
@ConfigMapping(prefix = "zhigong.phone")
interface PhoneConfig {

    /** To one phone within a minute. */
    @WithDefault("1")
    int perPhoneAndMinute();

    /** To one phone within an hour. */
    @WithDefault("5")
    int perPhoneAndHour();

    /** To one phone within 24 hours. */
    @WithDefault("10")
    int perPhoneAndDay();

    /**
     * Asked for by one network address of {@link #perPhoneAndDay}: nobody alone uses up the day of somebody's phone.
     */
    @WithDefault("5")
    int perPhoneAndAddressAndDay();

    /**
     * Asked for from one network address within a minute; a hall full of workers may share one, a script that tries a
     * whole range of phones is stopped.
     */
    @WithDefault("30")
    int perAddressAndMinute();

    /** Asked for from one network address within an hour. */
    @WithDefault("300")
    int perAddressAndHour();
}
