package cn.zhigong.platform.privacy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.AesGcmParameters.Variant;
import com.google.crypto.tink.util.SecretBytes;
import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** AES-256-GCM by Tink, whose prefix (1, then the key's id in four bytes) finds the right key of several. */
@Singleton
@UnlessBuildProperty(name = "zhigong.keys.enabled", stringValue = "false", enableIfMissing = true)
final class TinkFieldCipher implements FieldCipher {
    private static final int PREFIX = 5;

    private final Aead aead;
    private final int currentId;

    TinkFieldCipher(Keys keys) {
        try {
            AeadConfig.register();
            aead = keyset(keys).getPrimitive(RegistryConfiguration.get(), Aead.class);
            currentId = keys.currentId();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The field keys cannot be used", e);
        }
    }

    @Override
    public byte[] encrypt(String plain, FieldAddress at) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), at);
    }

    @Override
    public byte[] encrypt(byte[] plain, FieldAddress at) {
        try {
            return aead.encrypt(plain, at.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    @Override
    public String decrypt(byte[] ciphertext, FieldAddress at) {
        return new String(decryptBytes(ciphertext, at), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] decryptBytes(byte[] ciphertext, FieldAddress at) {
        try {
            return aead.decrypt(ciphertext, at.associatedData());
        } catch (GeneralSecurityException e) {
            throw new UndecryptableException(at, e);
        }
    }

    @Override
    public boolean isCurrent(byte[] ciphertext) {
        return ciphertext.length > PREFIX
                && ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt() == currentId;
    }

    private static KeysetHandle keyset(Keys keys) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder();
        for (var key : keys.fieldKeys().entrySet()) {
            var entry =
                    KeysetHandle.importKey(aesKey(key.getKey(), key.getValue())).withFixedId(key.getKey());
            builder.addEntry(key.getKey() == keys.currentId() ? entry.makePrimary() : entry);
        }
        return builder.build();
    }

    @AccessesPartialKey
    private static AesGcmKey aesKey(int id, byte[] bytes) throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(Keys.SIZE)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }
}
