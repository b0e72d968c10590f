package cn.zhigong.membership.joinpage;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts: keeps cookies, sends the fields that stand in the page's form, follows redirects. */
final class Visitor {

    private final String language;
    private final Map<String, String> cookies = new HashMap<>();
    private Response last;
    private String path;

    private Visitor(String code, String language) {
        this.language = language;
        this.path = "/j/" + code;
        this.last = opened(path);
    }

    static Visitor of(String code) {
        return new Visitor(code, "zh-CN");
    }

    static Visitor of(String code, String language) {
        return new Visitor(code, language);
    }

    Visitor open(String where) {
        path = where;
        last = opened(where);
        return this;
    }

    /** Fills in the form of a step and sends it; the hidden fields are the page's own unless told otherwise. */
    Visitor send(String step, Map<String, String> typed) {
        var form =
                page().select("form:has(input[name=step][value=" + step + "])").first();
        Map<String, String> fields = new HashMap<>();
        if (form != null) {
            form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
            path = URI.create(path)
                    .resolve(form.attr("action").isEmpty() ? path : form.attr("action"))
                    .toString();
        }
        fields.putAll(typed);
        last = remembered(request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path));
        if (last.statusCode() == 303) {
            path = last.header("Location");
            last = opened(path);
        }
        return this;
    }

    int status() {
        return last.statusCode();
    }

    String path() {
        return path;
    }

    String header(String name) {
        return last.header(name);
    }

    Document page() {
        return Jsoup.parse(last.asString());
    }

    String text() {
        return page().text();
    }

    /** What stands beside a field as wrong with it; empty when nothing does. */
    String error(String field) {
        return page().select("#" + field + "-error").text();
    }

    Map<String, String> cookies() {
        return cookies;
    }

    private Response opened(String where) {
        var answer = remembered(request().get(where));
        for (int i = 0; i < 3 && answer.statusCode() == 303; i++) {
            path = answer.header("Location");
            answer = remembered(request().get(path));
        }
        return answer;
    }

    private RequestSpecification request() {
        return given().redirects()
                .follow(false)
                .header("Accept-Language", language)
                .header("X-Forwarded-For", "198.51.100." + Math.floorMod(hashCode(), 250))
                .cookies(cookies);
    }

    private Response remembered(Response answer) {
        answer.detailedCookies().asList().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return answer;
    }
}
