package cn.zhigong.local;

import java.util.Map;

/** Access tokens of demo accounts and partners. */
record Tokens(String endpoint, Http http) {

    static Tokens of(StateFolder state) {
        var endpoint = KeyValues.read(state.environment()).get("TOKEN_URL");
        if (endpoint == null) {
            throw new LocalStackException("Nothing was started here: run make up");
        }
        return new Tokens(endpoint, new Http());
    }

    String ofUser(String username, String password) {
        return request(Map.of(
                "grant_type",
                "password",
                "client_id",
                Realm.CLIENT,
                "username",
                username,
                "password",
                password,
                "scope",
                "openid"));
    }

    String ofClient(String client, String secret) {
        return request(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private String request(Map<String, String> form) {
        return http.postForm(endpoint, form).path("access_token").asText();
    }
}
