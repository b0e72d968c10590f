import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/** A stand-in for the identity provider: writes one member's token and its own address, then serves its key until it is killed. */
class Issuer {
    static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var keys = generator.generateKeyPair();
        var key = (RSAPublicKey) keys.getPublic();
        var jwks = "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"bench\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(number(key.getModulus()), number(key.getPublicExponent()));
        var now = Instant.now().getEpochSecond();
        var claims = ("{\"iss\":\"http://bench.test\",\"aud\":\"zhigong\",\"sub\":\"5f0c7c0e-55d5-4d3f-9d5e-2f6f0f6c1a10\",\"typ\":\"Bearer\","
                        + "\"azp\":\"app\",\"preferred_username\":\"worker-1\",\"scope\":\"openid profile\","
                        + "\"realm_access\":{\"roles\":[\"member\"]},\"iat\":%d,\"exp\":%d}")
                .formatted(now, now + 14_400);
        var unsigned = text("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}") + "." + text(claims);
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(keys.getPrivate());
        signer.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(directory.resolve("token"), unsigned + "." + BASE64.encodeToString(signer.sign()));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = jwks.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Files.writeString(directory.resolve("issuer-port"), Integer.toString(server.getAddress().getPort()));
    }

    static String number(BigInteger value) {
        var bytes = value.toByteArray();
        var start = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
    }

    static String text(String value) {
        return BASE64.encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}
