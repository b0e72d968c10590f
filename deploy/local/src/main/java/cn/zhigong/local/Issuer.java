package cn.zhigong.local;

/** Where an OpenID provider has what we need of it. */
record Issuer(String issuer, String keys, String userinfo, String token) {

    static Issuer ofKeycloakRealm(String base, String realm) {
        var issuer = base + "/realms/" + realm;
        var protocol = issuer + "/protocol/openid-connect/";
        return new Issuer(issuer, protocol + "certs", protocol + "userinfo", protocol + "token");
    }

    static Issuer discover(Http http, String issuer) {
        var document = http.get(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        return new Issuer(
                document.path("issuer").asText(issuer),
                document.path("jwks_uri").asText(),
                document.path("userinfo_endpoint").asText(),
                document.path("token_endpoint").asText());
    }
}
