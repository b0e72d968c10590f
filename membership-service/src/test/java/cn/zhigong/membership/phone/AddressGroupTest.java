package cn.zhigong.membership.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGroupTest {

    private static final int ADDRESSES = 1000;

    private final Random random = new Random(64);

    private byte[] anyAddress() {
        var address = new byte[16];
        random.nextBytes(address);
        return address;
    }

    private static String written(byte[] address) throws UnknownHostException {
        return InetAddress.getByAddress(address).getHostAddress();
    }

    @Test
    void theFirstHalfOfAnAddressDecidesAndNothingElse() throws Exception {
        for (var i = 0; i < ADDRESSES; i++) {
            var address = anyAddress();
            var group = AddressGroup.of(written(address));
            var neighbour = address.clone();
            neighbour[8 + random.nextInt(8)] ^= (byte) (1 << random.nextInt(8));
            assertThat(AddressGroup.of(written(neighbour))).isEqualTo(group);
            var stranger = address.clone();
            stranger[random.nextInt(8)] ^= (byte) (1 << random.nextInt(8));
            assertThat(AddressGroup.of(written(stranger))).isNotEqualTo(group);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "::ffff:192.0.2.7", "::ffff:c000:207"})
    void anIpv4AddressStandsForItselfHoweverItIsWritten(String address) {
        assertThat(AddressGroup.of(address)).isEqualTo("192.0.2.7");
    }

    @Test
    void whatIsNoAddressStandsForItself() {
        assertThat(AddressGroup.of("unknown")).isEqualTo("unknown");
    }
}
