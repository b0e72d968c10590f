package cn.zhigong.platform.privacy;

import java.util.UUID;
import java.util.function.IntConsumer;

/** Prints what one encryption, decryption and index cost; run by hand, no test. */
final class ProtectionCost {
    private static final int ROUNDS = 200_000;

    private ProtectionCost() {}

    @SuppressWarnings("SystemOut")
    static void main() {
        var cipher = TestKeys.cipher();
        var index = TestKeys.index();
        var at = new FieldAddress("person", "identity", new UUID(1, 2));
        var sealed = cipher.encrypt("310115199003077518", at);
        var sink = new long[1];
        for (var pass = 0; pass < 4; pass++) {
            measure("encrypt", i -> sink[0] += cipher.encrypt("310115199003077518", at)[i % 16]);
            measure("decrypt", _ -> sink[0] += cipher.decrypt(sealed, at).length());
            measure("index", i -> sink[0] += index.of("person.identity", "310115199003077518")[i % 16]);
        }
        System.out.println(sink[0]);
    }

    @SuppressWarnings("SystemOut")
    private static void measure(String name, IntConsumer work) {
        var start = System.nanoTime();
        for (var i = 0; i < ROUNDS; i++) {
            work.accept(i);
        }
        System.out.printf("%s %.2f µs%n", name, (System.nanoTime() - start) / 1_000.0 / ROUNDS);
    }
}
