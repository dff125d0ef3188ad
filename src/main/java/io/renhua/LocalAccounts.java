package io.renhua;

import io.renhua.cli.Accounts;
import io.renhua.connector.Connector;
import io.renhua.connector.Grant;
import io.renhua.connector.Grant.Granted;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Tokens;
import io.renhua.text.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.function.Supplier;

/** The accounts of a persona, for a command that calls the platforms itself, beside whatever serves. */
final class LocalAccounts {
    private LocalAccounts() {}

    static Accounts of(String persona) {
        return of(persona, Local.configured(), new PlatformHttp());
    }

    static Accounts of(String persona, Configuration configuration, HttpFactory http) {
        var platforms = new Platforms(new OwnTokens());
        var open = new ArrayList<Connector>();
        var closed = new ArrayList<Wording>();
        for (var account : configuration.accounts()) {
            if (account.persona().equals(persona)) {
                platforms.configurable().stream()
                        .filter(platform ->
                                platform.name().equals(account.channel().platform()))
                        .forEach(platform -> Cast.open(platform, account, http, Clock.systemUTC(), open, closed));
            }
        }
        return new Accounts(open, closed);
    }

    /** Asks anew each time: platforms that give a token out twice give the same while it lasts. */
    private static final class OwnTokens implements Tokens {
        @Override
        public Grant of(String account, Supplier<Grant> ask) {
            return ask.get();
        }

        @Override
        public void refused(String account, Granted token) {}
    }
}
