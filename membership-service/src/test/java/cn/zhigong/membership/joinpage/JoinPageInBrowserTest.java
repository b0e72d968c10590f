package cn.zhigong.membership.joinpage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.testing.Infrastructure;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a real Chromium without scripts on the smallest phone. The browser is CHROMIUM, else the machine's own;
 * without one these tests are skipped, or fail where ZHIGONG_REQUIRE_BROWSER is 1. Screenshots are left in
 * {@code target/screenshots}.
 */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class JoinPageInBrowserTest extends WithAPhone {

    private static final int WIDTH = 360;

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void aBrowser() {
        var chromium = chromium();
        if (chromium.isEmpty() && "1".equals(System.getenv("ZHIGONG_REQUIRE_BROWSER"))) {
            throw new IllegalStateException("No Chromium was found, and ZHIGONG_REQUIRE_BROWSER is 1");
        }
        Assumptions.assumeTrue(
                chromium.isPresent(),
                "SKIPPED: no Chromium; install Debian's chromium or name one in CHROMIUM to test the join page");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    @AfterAll
    static void noBrowserStays() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static URI service() {
        return URI.create("http://localhost:" + RestAssured.port + "/");
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private BrowserContext phoneIn(String language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, 740)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale(language)
                .setJavaScriptEnabled(false));
    }

    /** Keeps a picture of the whole page, which must not be wider than the phone. */
    private static void seen(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        var widest = page.locator("main").boundingBox();
        assertThat(widest.x + widest.width).as(name).isLessThanOrEqualTo(WIDTH);
        for (var field : page.locator("button, input:not([type=hidden]):not([type=checkbox]), select, h1")
                .all()) {
            var box = field.boundingBox();
            if (box != null) {
                assertThat(box.x + box.width).as(name).isLessThanOrEqualTo(WIDTH);
            }
        }
        for (var button : page.locator("button, select, input[type=text], input[type=tel]")
                .all()) {
            var box = button.boundingBox();
            if (box != null) {
                assertThat(box.height).as(name + ": large enough for a thumb").isGreaterThanOrEqualTo(44);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, zh", "en-GB, en"})
    void aWorkerJoinsOnASmallPhoneWithoutScripts(String locale, String prefix) {
        var scene = Scene.set();
        var code = scene.code(clock, Map.of());
        var page = phoneIn(locale).newPage();
        page.navigate(service().resolve("/j/" + code).toString());
        assertThat(page.locator("h1").textContent()).isEqualTo(scene.name());
        seen(page, prefix + "-1-phone");
        page.locator("#phone").fill("12345");
        page.locator("button").first().click();
        assertThat(page.locator("#phone-error").isVisible()).isTrue();
        seen(page, prefix + "-1-phone-refused");
        page.locator("#phone").fill(phone);
        page.locator("button").first().click();
        page.locator("#otp").waitFor();
        seen(page, prefix + "-2-code");
        page.locator("#otp").fill("%06d".formatted((Integer.parseInt(otp()) + 1) % 1_000_000));
        page.locator("button").first().click();
        assertThat(page.locator("#otp-error").isVisible()).isTrue();
        seen(page, prefix + "-2-code-refused");
        page.locator("#otp").fill(otp());
        page.locator("button").first().click();
        page.locator("#number").waitFor();
        seen(page, prefix + "-3-form");
        fillIn(page, prefix);
        page.locator("dd.state").waitFor();
        assertThat(page.url()).endsWith("/j/" + code + "/result").doesNotContain(phone);
        seen(page, prefix + "-4-result");
        page.reload();
        assertThat(page.locator("dd.state").isVisible()).isTrue();
    }

    private static void fillIn(Page page, String prefix) {
        page.locator("#name").fill("欧阳·阿依古丽");
        page.locator("#type").selectOption(new SelectOption().setValue("RESIDENT_ID"));
        page.locator("#number").fill("310101199001011235");
        page.locator("#employer").fill("申城快递");
        page.locator("#employmentForm").selectOption("NEW_FORM");
        page.locator("#workerGroup").selectOption("COURIER");
        page.locator("#charter").check();
        page.locator("#personalInformation").check();
        page.locator("form button").first().click();
        page.locator("#number-error").waitFor();
        seen(page, prefix + "-3-form-refused");
        assertThat(page.locator("#name").inputValue()).isEqualTo("欧阳·阿依古丽");
        assertThat(page.locator("#charter").isChecked()).isTrue();
        page.locator("#number").fill(Scene.newNumber(1990));
        page.locator("form button").first().click();
    }

    @Test
    void aRefusedCodeIsExplained() {
        var page = phoneIn("zh-CN").newPage();
        page.navigate(service().resolve("/j/nonsense").toString());
        assertThat(page.locator("#refusal").isVisible()).isTrue();
        seen(page, "zh-0-refused");
    }

    /** Another site's page makes the browser send our form: without our cookies it is refused. */
    @Test
    void anotherSiteCannotSendTheForm() {
        var code = Scene.set().code(clock, Map.of());
        var page = phoneIn("zh-CN").newPage();
        page.navigate(service().resolve("/j/" + code).toString());
        var token = page.locator("input[name=token]").first().inputValue();
        // The other name of the loopback address is another site to the browser.
        var elsewhere = service().toString().contains("localhost")
                ? service().toString().replace("localhost", "127.0.0.1")
                : service().toString().replace("127.0.0.1", "localhost");
        page.route(
                elsewhere + "evil",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody(
                                "<form method=post action='%sj/%s'><input name=step value=phone><input name=token value='%s'>"
                                                .formatted(service(), code, token)
                                        + "<input name=phone value=13800000000><button>x</button></form>")));
        page.navigate(elsewhere + "evil");
        page.locator("button").click();
        page.locator("#refusal").waitFor();
        assertThat(page.locator("#phone").inputValue()).isEqualTo("13800000000");
        assertThat(inbox.newestCode(new MobilePhone("13800000000"))).isEmpty();
    }
}
