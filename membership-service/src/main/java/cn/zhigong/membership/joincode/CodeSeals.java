package cn.zhigong.membership.joincode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.zhigong.membership.joincode.Presented.Pass;
import cn.zhigong.membership.joincode.Presented.Shown;
import cn.zhigong.platform.privacy.BlindIndex;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * Makes and checks what is derived from a code, and the hash it is found by; all under keys that the database never
 * sees, so that nobody who reads it can make a link.
 */
@Singleton
final class CodeSeals {

    private final BlindIndex keyed;

    CodeSeals(BlindIndex keyed) {
        this.keyed = keyed;
    }

    byte[] index(String handle) {
        return keyed.of("join_code.code", handle);
    }

    byte[] spentIndex(Pass pass) {
        return keyed.of("join_code.spent", pass.serial());
    }

    /** What a live display shows at an instant. */
    Shown shown(String handle, Instant at) {
        return new Shown(handle, seal(handle, JoinCodeRules.liveStep(at)));
    }

    /** Whether this was on the display within the last half minute or is there now. */
    boolean isFresh(Shown shown, Instant at) {
        var step = JoinCodeRules.liveStep(at);
        var now = isSame(shown.seal(), seal(shown.handle(), step));
        var before = isSame(shown.seal(), seal(shown.handle(), step - 1));
        return now || before;
    }

    /** A pass for whoever looks at a live code at an instant. */
    Pass pass(String handle, Instant at) {
        var until = at.plus(JoinCodeRules.PASS_LIFE).getEpochSecond();
        var serial = CodeText.random();
        return new Pass(handle, until, serial, seal(handle, until, serial));
    }

    boolean isGood(Pass pass, Instant at) {
        var genuine = isSame(pass.seal(), seal(pass.handle(), pass.until(), pass.serial()));
        return genuine && at.getEpochSecond() < pass.until();
    }

    private String seal(String handle, long step) {
        return CodeText.of(keyed.of("join_code.live", handle + "|" + step));
    }

    private String seal(String handle, long until, String serial) {
        return CodeText.of(keyed.of("join_code.pass", handle + "|" + until + "|" + serial));
    }

    private static boolean isSame(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(US_ASCII), right.getBytes(US_ASCII));
    }
}
