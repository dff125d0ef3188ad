package io.renhua.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** A shop's own server, which signs who its customers are for the chat page of 小墨. */
final class SignedIdentity {
    static final String SECRET = "what only the shop and its chat know";
    static final Map<String, Object> SETTINGS = Map.of("renhua.pages.mo.identity-secret", SECRET);

    private SignedIdentity() {}

    static String of(String subject, String name, Instant until) {
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("name", name)
                .claim("email", subject + "@example.com")
                .expirationTime(Date.from(until))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(SECRET));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing a token for a test", e);
        }
        return token.serialize();
    }
}
