package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.connector.Connector;
import io.renhua.connector.ConnectorContract;
import io.renhua.connector.Http;
import io.renhua.connector.Recorded;
import io.renhua.connector.WebhookRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** What every connector promises, kept with and without encryption. */
class WeChatContractTest {

    @Nested
    class Encrypted implements Promises {
        @Override
        public TestAccount account() {
            return TestAccount.SECURE;
        }
    }

    @Nested
    class InPlaintext implements Promises {
        @Override
        public TestAccount account() {
            return TestAccount.PLAINTEXT;
        }

        @Override
        public boolean bodyIsSigned() {
            return false;
        }
    }

    interface Promises extends ConnectorContract {
        TestAccount account();

        @Override
        default Connector connector(Http http) {
            return TestAccount.connector(account().settings(), Duration.ZERO, base -> http);
        }

        @Override
        default WebhookRequest signed(byte[] body) {
            return signed(account(), body);
        }

        @Override
        default WebhookRequest signedForAnother(byte[] body) {
            var another =
                    new TestAccount(account().mode(), "another-token", TestAccount.OTHER_KEY, "wx00000000000000bb");
            return signed(another, body);
        }

        private WebhookRequest signed(TestAccount account, byte[] body) {
            var push = account.push(new String(body, UTF_8));
            var proof = new HashMap<>(push.query());
            proof.keySet()
                    .retainAll(Set.of(
                            "timestamp", "nonce", account().mode().equals("secure") ? "msg_signature" : "signature"));
            return new WebhookRequest("POST", Map.of(), proof, push.body());
        }

        @Override
        default List<byte[]> recorded() {
            var pushes = Recorded.bodies("wechat").stream()
                    .filter(body -> !new String(body, UTF_8).contains("encodingAesKey"));
            return Stream.concat(Stream.of(Recorded.body("wechat/text.xml")), pushes)
                    .toList();
        }

        @Override
        default List<String> secrets() {
            return List.of("an-app-secret", "shitea-token", TestAccount.KEY);
        }
    }
}
