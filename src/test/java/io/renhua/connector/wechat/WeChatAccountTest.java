package io.renhua.connector.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Settings;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatAccountTest {

    @Test
    void isSecureUnlessToldOtherwise() {
        var settings = settings(values -> values.remove("mode"));

        assertThat(WeChatAccount.from(settings).mode()).isEqualTo(WeChatAccount.Mode.SECURE);

        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void callsWeChatUnlessToldOtherwise() {
        var account = WeChatAccount.from(settings(values -> {}));

        assertThat(account.apiBase()).hasToString("https://api.weixin.qq.com");
    }

    @Test
    void doesWithoutAKeyOnlyWhenPlaintextIsChosen() {
        var settings = settings(values -> {
            values.put("mode", "plaintext");
            values.remove("encoding-aes-key");
        });

        assertThat(WeChatAccount.from(settings).ciphers()).isEmpty();

        assertThat(settings.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-id", "app-secret", "token", "encoding-aes-key"})
    void refusesWhatIsMissingOrBlank(String key) {
        assertThat(problems(values -> values.remove(key)))
                .singleElement()
                .asString()
                .contains("tea." + key);
        assertThat(problems(values -> values.put(key, "  ")))
                .singleElement()
                .asString()
                .contains("tea." + key);
    }

    @Test
    void namesEverythingMissingAtOnce() {
        assertThat(problems(Map::clear)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoding-aes-key", "previous-encoding-aes-key"})
    void refusesAKeyThatIsNone(String key) {
        assertThat(problems(values -> values.put(key, "not-a-key")))
                .anyMatch(problem -> problem.contains(key + " must be the 43 letters and digits"))
                .noneMatch(problem -> problem.contains("not-a-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a token that is longer than WeChat's own console takes"})
    void refusesATokenThatWeChatWouldNotTake(String token) {
        assertThat(problems(values -> values.put("token", token)))
                .singleElement()
                .asString()
                .contains("3 to 32")
                .doesNotContain(token);
    }

    @Test
    void refusesAModeThatIsNone() {
        assertThat(problems(values -> values.put("mode", "open")))
                .singleElement()
                .asString()
                .contains("tea.mode");
    }

    @Test
    void showsNoSecret() {
        var account = WeChatAccount.from(settings(values -> {}));

        assertThat(account.toString()).doesNotContain("an-app-secret", "shitea-token", TestAccount.KEY);
    }

    private static List<String> problems(Consumer<Map<String, String>> change) {
        var settings = settings(change);
        var _ = WeChatAccount.from(settings);
        return settings.problems().stream().map(Wording::toString).toList();
    }

    private static Settings settings(Consumer<Map<String, String>> change) {
        var values = TestAccount.SECURE.settings();
        change.accept(values);
        return new Settings("tea", values);
    }
}
