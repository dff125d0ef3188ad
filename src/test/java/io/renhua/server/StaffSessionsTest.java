package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StaffSessionsTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    private final Store store;
    private final StaffAccounts accounts;
    private final StaffKeys keys;

    StaffSessionsTest(Database database) {
        store = database.open();
        accounts = new StaffAccounts(store, at(NINE), new StaffPasswords());
        keys = new StaffKeys(store);
    }

    @BeforeEach
    void hire() {
        store.write(transaction -> accounts.add(transaction, "lin", "Lin", StaffRole.AGENT, "no hash"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void lastWhileSomebodyWorks() {
        var token = begun(NINE);

        assertThat(at(NINE.plus(StaffSessions.IDLE).minusSeconds(1), token)).isPresent();
    }

    @Test
    void endWhenNobodyDoesAnything() {
        var token = begun(NINE);

        assertThat(at(NINE.plus(StaffSessions.IDLE), token)).isEmpty();
    }

    @Test
    void endAfterAWorkingDayHoweverBusyItWas() {
        var session = sessions(NINE).read(begun(NINE)).orElseThrow();
        var late = NINE.plus(StaffSessions.LONGEST).minus(Duration.ofMinutes(1));
        var renewed = sessions(late).token(session);

        assertThat(at(late, renewed)).isPresent();
        assertThat(at(NINE.plus(StaffSessions.LONGEST), renewed)).isEmpty();
    }

    @Test
    void areOnlyWhatWeSigned() {
        var token = begun(NINE);
        var parts = token.split("\\.");

        assertThat(at(NINE, parts[0] + "." + parts[1] + "." + "A".repeat(43))).isEmpty();
        assertThat(at(NINE, "eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEmpty();
        assertThat(at(NINE, "")).isEmpty();
    }

    private String begun(Instant when) {
        var sessions = sessions(when);
        return sessions.token(sessions.begin(accounts.named("lin").orElseThrow()));
    }

    private java.util.Optional<StaffSession> at(Instant when, String token) {
        return sessions(when).read(token);
    }

    private StaffSessions sessions(Instant when) {
        return new StaffSessions(store, accounts, keys, at(when));
    }

    private static Clock at(Instant when) {
        return Clock.fixed(when, ZoneOffset.UTC);
    }
}
