package io.renhua.server;

import io.renhua.access.Pass;
import io.renhua.access.Programs;
import io.renhua.access.Wish;
import io.renhua.conversation.AgentWatch;
import io.renhua.store.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** The programs whose tokens lie in the store. */
@Singleton
public final class StorePrograms implements Programs {
    private final ApiTokens tokens;
    private final Consumer<String> dismissal;

    @Inject
    StorePrograms(ApiTokens tokens, AgentWatch agents) {
        this(tokens, agents::dismiss);
    }

    private StorePrograms(ApiTokens tokens, Consumer<String> dismissal) {
        this.tokens = tokens;
        this.dismissal = dismissal;
    }

    /** Where nobody serves: whoever waits for a program that is gone is seen once somebody does. */
    public static StorePrograms unattended(Store store, Clock clock) {
        return new StorePrograms(new ApiTokens(store, clock), agent -> {});
    }

    @Override
    public List<Pass> passes() {
        return tokens.all().stream().map(StorePrograms::pass).toList();
    }

    private static Pass pass(ApiToken token) {
        return new Pass(
                token.id(),
                token.agent(),
                token.name(),
                token.scopes().stream().map(ApiScope::word).toList(),
                token.createdBy(),
                token.created(),
                token.used());
    }

    @Override
    public String letIn(Wish wish) {
        var scopes = ApiScope.ALL.stream()
                .filter(scope -> wish.may().contains(scope.word()))
                .toList();
        return tokens.make(wish.program(), wish.name(), scopes, wish.by()).text();
    }

    @Override
    public boolean turnAway(String id) {
        var revoked = tokens.revoke(id);
        revoked.map(ApiToken::agent)
                .filter(agent -> tokens.named(agent).isEmpty())
                .ifPresent(dismissal); // nobody may be left waiting for who does not come back
        return revoked.isPresent();
    }

    @Override
    public void close() {}
}
