package cn.zhigong.rights.intake;

import cn.zhigong.platform.privacy.FieldAddress;
import cn.zhigong.platform.privacy.FieldCipher;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Locks and unlocks the confidential part of a dispute. */
@Singleton
class Secrecy {

    private final FieldCipher cipher;
    private final ObjectMapper json;

    Secrecy(FieldCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    byte[] locked(UUID dispute, Confidential confidential) {
        try {
            return cipher.encrypt(json.writeValueAsString(confidential), at(dispute));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text can always be written", e);
        }
    }

    Confidential unlocked(Dispute dispute) {
        try {
            return json.readValue(cipher.decrypt(dispute.confidential(), at(dispute.id())), Confidential.class);
        } catch (JsonProcessingException e) {
            // Without the cause: its message could quote what must not be seen.
            throw new IllegalStateException("The confidential part of " + dispute.id() + " cannot be read");
        }
    }

    private static FieldAddress at(UUID dispute) {
        return new FieldAddress("dispute", "confidential", dispute);
    }
}
