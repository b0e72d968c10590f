package cn.zhigong.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.seal.SealedRanges.Seal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the published seals say of one in the database. */
class PublishedSealsTest {

    private static final long SETTLED = 7;

    private final PublishedSeals published = new PublishedSeals(SETTLED, List.of(7L));

    private static Seal seal(long number, String hash) {
        return new Seal(number, "10", "20", 3, hash);
    }

    @Test
    void aSealThatWasPublishedAsItIsIsGood() {
        published.add(7, "ab");
        assertThat(published.against(seal(7, "ab"))).isEmpty();
    }

    @Test
    void aSealThatWasSentTwiceIsGood() {
        published.add(7, "ab");
        published.add(7, "ab");
        assertThat(published.against(seal(7, "ab"))).isEmpty();
    }

    @Test
    void aSealThatWasPublishedDifferentlyIsNot() {
        published.add(7, "ab");
        assertThat(published.against(seal(7, "cd"))).contains(AuditFlaw.NOT_AS_PUBLISHED);
    }

    @Test
    void publishingTheForgedOneTooDoesNotHelp() {
        published.add(7, "ab");
        published.add(7, "cd");
        assertThat(published.against(seal(7, "cd"))).contains(AuditFlaw.NOT_AS_PUBLISHED);
    }

    @Test
    void aSealThatNeitherWasPublishedNorWaitsIsNotGood() {
        published.add(5, "ab");
        assertThat(published.against(seal(6, "ab"))).contains(AuditFlaw.NEVER_PUBLISHED);
    }

    @Test
    void aSealThatWaitsIsNotBlamed() {
        published.add(6, "ab");
        assertThat(published.against(seal(7, "ab"))).isEmpty();
    }

    @Test
    void aSealThatStillWaitsWhenAYoungerOneIsOutWasKeptBack() {
        published.add(6, "ab");
        published.add(8, "cd");
        assertThat(published.against(seal(7, "ab"))).contains(AuditFlaw.NEVER_PUBLISHED);
    }

    @Test
    void aSealMadeWhileTheOthersWereReadIsNotBlamed() {
        published.add(7, "ab");
        assertThat(published.against(seal(SETTLED + 1, "ab"))).isEmpty();
    }

    @Test
    void whatTheBrokerForgotLongAgoIsNotBlamedAndDoesNotHideTheRest() {
        published.add(5, "ab");
        published.add(6, "cd");
        assertThat(published.against(seal(4, "ef"))).isEmpty();
        assertThat(published.oldest()).isEqualTo(5);
        assertThat(published.against(seal(6, "ef"))).contains(AuditFlaw.NOT_AS_PUBLISHED);
    }

    @Test
    void nothingPublishedCoversNothing() {
        assertThat(published.oldest()).isZero();
        assertThat(published.newest()).isZero();
        assertThat(published.against(seal(1, "ab"))).contains(AuditFlaw.NEVER_PUBLISHED);
    }
}
