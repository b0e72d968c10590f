package cn.zhigong.platform.reference;

import static java.util.Objects.requireNonNull;

import cn.zhigong.platform.privacy.Masking;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An identity document as someone presents it, well formed but not verified by an authority.
 *
 * @param number normalised: half-width, upper case, without brackets
 * @param nationality ISO 3166 alpha-2, always present for a passport (its issuing country)
 * @param birthDate always present where the number tells it and for a passport
 */
public record IdentityDocument(
        IdentityType type,
        String number,
        @Nullable String nationality,
        @Nullable LocalDate birthDate) {
    /** Letter and the eight digits that a holder keeps for life; what follows counts replacements of the card. */
    private static final int LIFELONG_PERMIT = 9;

    public IdentityDocument {
        if (type == IdentityType.PASSPORT && (nationality == null || birthDate == null)) {
            throw new IllegalArgumentException("A passport is unique only with its country and the birth date");
        }
    }

    /** What a person tells about a document; texts as typed. */
    public record Claim(
            IdentityType type,
            String number,
            @Nullable String nationality,
            @Nullable LocalDate birthDate) {
        @Override
        public String toString() {
            return type + " " + Masking.identity(number);
        }
    }

    /**
     * Checks a claim by the format rules of its kind.
     *
     * @param today the day after which no birth date can lie
     */
    public static Parsed<IdentityDocument> parse(Claim claim, LocalDate today) {
        return new DocumentReader(claim, today).read();
    }

    /**
     * The same text for the same document however it was typed, different for different people; the input of the blind
     * index. Stored indexes depend on it: it must never change.
     */
    public String canonical() {
        return switch (type) {
            case RESIDENT_ID, HK_MACAO_RESIDENCE, TAIWAN_RESIDENCE, FOREIGN_PERMANENT, TAIWAN_PERMIT ->
                type + "|" + number;
            case HK_MACAO_PERMIT -> type + "|" + number.substring(0, LIFELONG_PERMIT);
            case PASSPORT -> type + "|" + requireNonNull(nationality) + "|" + number + "|" + requireNonNull(birthDate);
        };
    }

    @Override
    public String toString() {
        return type + " " + Masking.identity(number);
    }
}
