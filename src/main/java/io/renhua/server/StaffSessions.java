package io.renhua.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Sessions as signed tokens. The account is asked every time, so that whoever is dismissed is out at once. */
@Singleton
final class StaffSessions {
    static final Duration IDLE = Duration.ofHours(4);
    static final Duration LONGEST = Duration.ofHours(14);

    private static final String BEGUN = "begun";
    private static final String EPOCH = "epoch";

    private final Store store;
    private final StaffAccounts accounts;
    private final StaffKeys keys;
    private final Clock clock;

    StaffSessions(Store store, StaffAccounts accounts, StaffKeys keys, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    StaffSession begin(StaffMember member) {
        var now = clock.instant();
        return new StaffSession(StaffKeys.random(18), member, now, now);
    }

    /** Ends one session before its time. */
    void end(StaffSession session) {
        store.write(transaction -> {
            var handle = transaction.handle();
            handle.createUpdate("delete from ended_session where until < :now")
                    .bind("now", clock.instant())
                    .execute();
            handle.createUpdate("insert into ended_session (id, until) values (:id, :until) on conflict do nothing")
                    .bind("id", session.id())
                    .bind("until", session.begun().plus(LONGEST))
                    .execute();
        });
    }

    private boolean ended(String id) {
        return store.read(handle -> handle.createQuery("select count(*) from ended_session where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** The session as a cookie holds it. */
    String token(StaffSession session) {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(session.id())
                .subject(session.member().login())
                .claim(EPOCH, session.member().epoch())
                .claim(BEGUN, session.begun().getEpochSecond())
                .issueTime(Date.from(clock.instant()))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(keys.signing()));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing a session", e);
        }
        return token.serialize();
    }

    /** The session a token stands for, while it lasts. */
    Optional<StaffSession> read(String token) {
        try {
            var signed = SignedJWT.parse(token);
            return JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())
                            && signed.verify(new MACVerifier(keys.signing()))
                    ? read(signed.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty(); // somebody sent something else
        }
    }

    private Optional<StaffSession> read(JWTClaimsSet claims) throws ParseException {
        var begun = Instant.ofEpochSecond(claims.getLongClaim(BEGUN));
        var issued = claims.getIssueTime().toInstant();
        long epoch = claims.getLongClaim(EPOCH);
        return lasts(begun, issued) && !ended(claims.getJWTID())
                ? accounts.named(claims.getSubject())
                        .filter(member -> !member.disabled() && member.epoch() == epoch)
                        .map(member -> new StaffSession(claims.getJWTID(), member, begun, issued))
                : Optional.empty();
    }

    private boolean lasts(Instant begun, Instant issued) {
        var now = clock.instant();
        return now.isBefore(begun.plus(LONGEST)) && now.isBefore(issued.plus(IDLE));
    }
}
