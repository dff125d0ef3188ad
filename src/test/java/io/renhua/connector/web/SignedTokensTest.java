package io.renhua.connector.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.renhua.connector.Identity;
import io.renhua.connector.Settings;
import io.renhua.connector.SignedIn;
import io.renhua.connector.SignedIn.Refused;
import io.renhua.connector.SignedIn.Why;
import io.renhua.message.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String SECRET = "the secret of the shop, long enough";
    private static final String FORMER = "the secret it had before that one, too";

    private final SignedTokens tokens = SignedTokens.of(
            new Settings("web-pao", Map.of("identity-secret", SECRET, "previous-identity-secret", FORMER)), CLOCK);

    @Test
    void knowsWhomTheSiteHasSignedIn() {
        var read = tokens.read(token(
                SECRET,
                claims -> claims.claim("name", " 林小姐 ")
                        .claim("email", "lin@example.com")
                        .claim("phone", "+886 912 345 678")));

        assertThat(read)
                .isEqualTo(new SignedIn.Known(
                        new Identity("c-1", "林小姐", "lin@example.com", "+886 912 345 678", NOW.plusSeconds(3600))));
    }

    @Test
    void takesTheFormerSecretWhileItIsNamed() {
        assertThat(tokens.read(token(FORMER))).isInstanceOf(SignedIn.Known.class);

        var since = SignedTokens.of(new Settings("web-pao", Map.of("identity-secret", SECRET)), CLOCK);
        assertThat(since.read(token(FORMER))).isEqualTo(new Refused(Why.SIGNATURE));
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(Why.SIGNATURE, token("somebody else's secret, as long as ours")),
                Arguments.of(Why.SIGNATURE, altered()),
                Arguments.of(Why.ALGORITHM, token(JWSAlgorithm.HS512, (SECRET + FORMER), claims -> claims)),
                Arguments.of(Why.MALFORMED, new PlainJWT(claims().build()).serialize()),
                Arguments.of(Why.MALFORMED, ""),
                Arguments.of(Why.MALFORMED, "a.b.c"),
                Arguments.of(Why.MALFORMED, token(SECRET, claims -> claims.claim("name", 7))),
                Arguments.of(Why.TOO_LONG, token(SECRET, claims -> claims.claim("more", "x".repeat(2000)))),
                Arguments.of(Why.NO_SUBJECT, token(SECRET, claims -> claims.subject(null))),
                Arguments.of(Why.NO_SUBJECT, token(SECRET, claims -> claims.subject(" "))),
                Arguments.of(Why.NO_SUBJECT, token(SECRET, claims -> claims.subject("a\u0000b"))),
                Arguments.of(Why.NO_SUBJECT, token(SECRET, claims -> claims.subject("x".repeat(201)))),
                Arguments.of(Why.NO_EXPIRY, token(SECRET, claims -> claims.expirationTime(null))),
                Arguments.of(Why.EXPIRED, token(SECRET, claims -> claims.expirationTime(Date.from(NOW)))),
                Arguments.of(
                        Why.TOO_FAR,
                        token(SECRET, claims -> claims.expirationTime(Date.from(NOW.plus(Duration.ofHours(25)))))),
                Arguments.of(
                        Why.NOT_YET, token(SECRET, claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(120))))));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void saysWhyItKnowsNobody(Why why, String token) {
        assertThat(tokens.read(token)).isEqualTo(new Refused(why));
    }

    @Test
    void signsNobodyInWithoutASecret() {
        var tokens = SignedTokens.of(new Settings("web-pao", Map.of("identity-secret", " ")), CLOCK);

        assertThat(tokens.read(token(SECRET))).isEqualTo(new Refused(Why.NOT_SET_UP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity-secret", "previous-identity-secret"})
    void refusesASecretThatCanBeGuessed(String key) {
        var settings = new Settings("web-pao", Map.of(key, "x".repeat(31)));

        SignedTokens.of(settings, CLOCK);

        assertThat(settings.problems()).singleElement().asString().contains(key + " has at least 32 characters");
    }

    @Test
    void leavesOutWhatCannotBeKept() {
        var read = tokens.read(token(
                SECRET, claims -> claims.claim("name", "x".repeat(201)).claim("email", "")));

        assertThat(read).isEqualTo(new SignedIn.Known(new Identity("c-1", null, null, null, NOW.plusSeconds(3600))));
    }

    @Test
    void leadsTheSamePersonToTheSameThreadAndNobodyElse() {
        var one = new Identity("c-1", null, null, null, NOW).on("web-pao");

        assertThat(new Identity("c-1", "林小姐", "lin@example.com", null, NOW.plusSeconds(9)).on("web-pao"))
                .isEqualTo(one);
        assertThat(new Identity("c-2", null, null, null, NOW).on("web-pao")).isNotEqualTo(one);
        assertThat(new Identity("c-1", null, null, null, NOW).on("web-mo").thread())
                .isNotEqualTo(one.thread());
        assertThat(Identity.isSignedIn(one)).isTrue();
        assertThat(Identity.isSignedIn(new ConversationId("pao-line", one.thread())))
                .isFalse();
    }

    private static String altered() {
        var parts = token(SECRET).split("\\.");
        var others = token(FORMER, claims -> claims.subject("c-2")).split("\\.");
        return parts[0] + "." + others[1] + "." + parts[2];
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().subject("c-1").expirationTime(Date.from(NOW.plusSeconds(3600)));
    }

    private static String token(String secret) {
        return token(secret, claims -> claims);
    }

    private static String token(String secret, UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(JWSAlgorithm.HS256, secret, change);
    }

    private static String token(JWSAlgorithm algorithm, String secret, UnaryOperator<JWTClaimsSet.Builder> change) {
        var token =
                new SignedJWT(new JWSHeader(algorithm), change.apply(claims()).build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing a token for a test", e);
        }
        return token.serialize();
    }
}
