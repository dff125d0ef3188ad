package io.renhua.connector.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.renhua.connector.Identity;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.connector.SignedIn;
import io.renhua.connector.SignedIn.Known;
import io.renhua.connector.SignedIn.Refused;
import io.renhua.connector.SignedIn.Why;
import io.renhua.text.Wording;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads who a visitor is from a JWT that the site's own server signed: HS256, by the secret in use or the one before it, and
 * nothing that the token itself proposes.
 */
final class SignedTokens {
    private static final String SECRET = "identity-secret";
    private static final int SHORTEST_SECRET = 32; // bytes; RFC 7518 asks for as many as the hash has
    private static final int LONGEST_TOKEN = 1024; // a cookie holds it, beside those of other personas
    private static final int LONGEST_CLAIM = 200;
    private static final Duration LONGEST = Duration.ofHours(24);

    /** So far may two servers' clocks be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final List<Secret> secrets;
    private final Clock clock;

    private SignedTokens(List<Secret> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Without a secret nobody is signed in. */
    static SignedTokens of(Settings settings, Clock clock) {
        var secrets = Stream.of(SECRET, "previous-" + SECRET)
                .flatMap(key -> secret(settings, key).stream())
                .toList();
        return new SignedTokens(secrets, clock);
    }

    private static Optional<Secret> secret(Settings settings, String key) {
        var secret = settings.optionalSecret(key);
        if (secret.filter(each -> each.bytes().length < SHORTEST_SECRET).isPresent()) {
            settings.problem(key, Wording.of("has at least %s characters, so that nobody guesses it", SHORTEST_SECRET));
        }
        return secret;
    }

    SignedIn read(String token) {
        if (secrets.isEmpty()) {
            return new Refused(Why.NOT_SET_UP);
        }
        if (token.length() > LONGEST_TOKEN) {
            return new Refused(Why.TOO_LONG);
        }
        try {
            var signed = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())) {
                return new Refused(Why.ALGORITHM);
            }
            return isOurs(signed) ? read(signed.getJWTClaimsSet()) : new Refused(Why.SIGNATURE);
        } catch (ParseException e) {
            return new Refused(Why.MALFORMED); // 'alg: none' among them: that is no signed token
        }
    }

    private boolean isOurs(SignedJWT signed) {
        return secrets.stream().anyMatch(secret -> {
            try {
                return signed.verify(new MACVerifier(secret.bytes()));
            } catch (JOSEException e) {
                throw new IllegalStateException("verifying a signature that has the right algorithm", e);
            }
        });
    }

    private SignedIn read(JWTClaimsSet claims) throws ParseException {
        var now = clock.instant();
        var subject = claims.getStringClaim("sub");
        var expires = claims.getDateClaim("exp");
        var begins = claims.getDateClaim("nbf");
        if (subject == null || !isFit(subject)) {
            return new Refused(Why.NO_SUBJECT);
        }
        if (expires == null) {
            return new Refused(Why.NO_EXPIRY);
        }
        var until = expires.toInstant();
        if (!now.isBefore(until)) {
            return new Refused(Why.EXPIRED);
        }
        if (until.isAfter(now.plus(LONGEST).plus(SKEW))) {
            return new Refused(Why.TOO_FAR);
        }
        return begins != null && begins.toInstant().isAfter(now.plus(SKEW))
                ? new Refused(Why.NOT_YET)
                : known(subject, claims, until);
    }

    private static Known known(String subject, JWTClaimsSet claims, Instant until) throws ParseException {
        return new Known(
                new Identity(subject, said(claims, "name"), said(claims, "email"), said(claims, "phone"), until));
    }

    /** What cannot be kept is left out: a strange name locks nobody out. */
    private static @Nullable String said(JWTClaimsSet claims, String name) throws ParseException {
        var value = claims.getStringClaim(name);
        return value != null && isFit(value) ? value.strip() : null;
    }

    private static boolean isFit(String value) {
        return !value.isBlank()
                && value.codePointCount(0, value.length()) <= LONGEST_CLAIM
                && value.codePoints().noneMatch(each -> Character.isISOControl(each) || isHalf(each));
    }

    /** Half of a pair, which no store gives back as it was. */
    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
