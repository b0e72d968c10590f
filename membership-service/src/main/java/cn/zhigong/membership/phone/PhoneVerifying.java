package cn.zhigong.membership.phone;

import static cn.zhigong.membership.phone.PhoneProblem.PHONE_CODE_EXPIRED;
import static cn.zhigong.membership.phone.PhoneProblem.PHONE_CODE_WRONG;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.TOO_MANY_REQUESTS;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.membership.phone.VerificationStore.Started;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.throttle.Throttle;
import cn.zhigong.platform.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Proving that a phone is one's own. */
@Singleton
public class PhoneVerifying {

    /** A code is on its way; the same whether anybody knows the phone or not. */
    public record Verification(UUID id, Instant expiresAt) {}

    /** What the right code gives: a bearer token to file one application with and to follow it. */
    public record Right(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "right until " + expiresAt;
        }
    }

    static final Duration CODE_LIFE = Duration.ofMinutes(10);
    static final Duration TOKEN_LIFE = Duration.ofHours(2);
    static final int TRIES = 5;

    private static final Logger LOG = Logger.getLogger(PhoneVerifying.class);

    private final VerificationStore store;
    private final SmsSender sender;
    private final CommitRows commit;
    private final Audit audit;
    private final InstantSource clock;
    private final Throttle ofPhone;
    private final Throttle ofShare;
    private final Throttle ofAddress;

    PhoneVerifying(
            VerificationStore store,
            SmsSender sender,
            CommitRows commit,
            Audit audit,
            InstantSource clock,
            PhoneConfig config) {
        this.store = store;
        this.sender = sender;
        this.commit = commit;
        this.audit = audit;
        this.clock = clock;
        this.ofPhone = Throttle.of(config.perPhoneAndMinute(), Duration.ofMinutes(1))
                .and(config.perPhoneAndHour(), Duration.ofHours(1))
                .and(config.perPhoneAndDay(), Duration.ofDays(1));
        this.ofShare = Throttle.of(config.perPhoneAndAddressAndDay(), Duration.ofDays(1));
        this.ofAddress = Throttle.of(config.perAddressAndMinute(), Duration.ofMinutes(1))
                .and(config.perAddressAndHour(), Duration.ofHours(1));
    }

    /**
     * Sends a one-time code.
     *
     * @param typed the phone as its owner typed it
     * @param address the network address that asks
     */
    @Transactional
    public Verification start(String typed, Purpose purpose, String address) {
        var phone = parsed(typed);
        var group = AddressGroup.of(address);
        store.lock(phone, group);
        return start(Ids.next(), phone, purpose, group);
    }

    /**
     * The same for a form that may arrive twice: while the code of its first arrival can be tried, that is what the
     * second one gets.
     *
     * @param form what nobody but its sender knows, another one each time the form is shown
     */
    @Transactional
    public Verification startOnce(String form, String typed, Purpose purpose, String address) {
        var phone = parsed(typed);
        var group = AddressGroup.of(address);
        var id = UUID.nameUUIDFromBytes((form + "|" + phone.value()).getBytes(UTF_8));
        store.lock(phone, group);
        var begun = store.begun(id);
        if (begun.isPresent()
                && begun.get().open()
                && clock.instant().isBefore(begun.get().expiresAt())) {
            return new Verification(id, begun.get().expiresAt());
        }
        return start(begun.isPresent() ? Ids.next() : id, phone, purpose, group);
    }

    private static MobilePhone parsed(String typed) {
        return MobilePhone.parse(typed)
                .orElseThrow(violations -> INVALID_CONTENT
                        .problem()
                        .at(violations.stream()
                                .map(each -> new Violation("phone", each.name()))
                                .toList()));
    }

    /** Under the lock of phone and group. */
    private Verification start(UUID id, MobilePhone phone, Purpose purpose, String group) {
        var now = clock.instant();
        Throttle.require(pause(phone, group, now), TOO_MANY_REQUESTS);
        var started = new Started(id, phone, group, purpose, OneTimeCodes.code(), now);
        store.add(started, TRIES, CODE_LIFE);
        audit.record("phone-verification.start", "phone-verification", started.id(), Map.of("purpose", purpose));
        commit.afterCommit(() -> send(started));
        return new Verification(started.id(), now.plus(CODE_LIFE));
    }

    private Duration pause(MobilePhone phone, String group, Instant now) {
        return Stream.of(
                        ofPhone.pause(store.sentTo(phone, ofPhone.since(now), ofPhone.most()), now),
                        ofShare.pause(store.sentTo(phone, group, ofShare.since(now), ofShare.most()), now),
                        ofAddress.pause(store.askedFrom(group, ofAddress.since(now), ofAddress.most()), now))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** Whether a refusal says that the verification is over and a new one is to be begun. */
    public static boolean isOver(Problem problem) {
        return problem.type() == PHONE_CODE_EXPIRED;
    }

    /**
     * Takes a code back for a right. A try counts whatever becomes of the caller's transaction: refusing rolls that
     * back.
     */
    public Right confirm(UUID id, String code) {
        var now = clock.instant();
        var tried = QuarkusTransaction.requiringNew()
                .call(() -> store.tryCode(id, code.strip(), now))
                // Unknown, expired, used, tried too often: whoever guesses learns nothing from the difference.
                .orElseThrow(PHONE_CODE_EXPIRED::problem);
        if (!tried.right()) {
            throw PHONE_CODE_WRONG.with("triesLeft", tried.left());
        }
        var token = OneTimeCodes.token();
        var until = now.plus(TOKEN_LIFE);
        QuarkusTransaction.requiringNew().run(() -> {
            if (!store.confirm(id, token, now, until)) {
                throw PHONE_CODE_EXPIRED.problem();
            }
            audit.record("phone-verification.confirm", "phone-verification", id, Map.of());
        });
        return new Right(token, until);
    }

    /** On a thread of its own: neither the answer nor its time depends on the provider. */
    private void send(Started started) {
        var _ = Thread.ofVirtual().name("sms").start(() -> {
            try {
                sender.sendCode(started.phone(), started.code());
            } catch (RuntimeException e) {
                // The provider's words may hold the number, so only the kind of failure is logged.
                LOG.errorf("The code of verification %s could not be sent: %s", started.id(), e.getClass());
            }
        });
    }
}
