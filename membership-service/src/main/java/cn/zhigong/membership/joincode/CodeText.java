package cn.zhigong.membership.joincode;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Crockford's base 32: no letter that is mistaken for a digit, all of it safe in an address, and forgiving when read
 * back from a poster.
 */
final class CodeText {

    /** 26 characters of 5 bits are 130 bits: guessing is hopeless (ASVS 11.5.1 asks for 128 from a secure source). */
    static final int SIZE = 26;

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private CodeText() {}

    static String random() {
        var text = new StringBuilder(SIZE);
        for (int i = 0; i < SIZE; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** 16 bytes as {@value #SIZE} characters. */
    static String of(byte[] bytes) {
        var text = new StringBuilder(SIZE);
        int pending = 0;
        int bits = 0;
        for (var each : bytes) {
            pending = (pending << 8) | (each & 0xff);
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((pending >>> bits) & 31));
            }
            pending &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((pending << (BITS - bits)) & 31));
        }
        return text.toString();
    }

    static String of(long number) {
        var text = new StringBuilder();
        for (var rest = number; rest != 0; rest >>>= BITS) {
            text.append(ALPHABET.charAt((int) (rest & 31)));
        }
        return text.reverse().toString();
    }

    static Optional<Long> number(String text) {
        long number = 0;
        if (text.isEmpty() || text.length() > 12) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            number = number << BITS | ALPHABET.indexOf(text.charAt(i));
        }
        return Optional.of(number);
    }

    /** What was meant by a text that a person copied, in the alphabet; empty when it cannot be one of ours. */
    static Optional<String> read(String typed) {
        var text = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            var meant = meant(typed.charAt(i));
            if (meant == 0) {
                continue;
            }
            if (ALPHABET.indexOf(meant) < 0) {
                return Optional.empty();
            }
            text.append(meant);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static char meant(char c) {
        return switch (c) {
            case '-', ' ' -> 0;
            case 'o', 'O' -> '0';
            case 'i', 'I', 'l', 'L' -> '1';
            default -> c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
        };
    }
}
