package io.renhua.server;

import io.renhua.conversation.WaitPromises;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Held;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Looks at the whole desk with as many questions to the store as it has kinds of things, however much stands on it. */
@Singleton
final class DeskFloors {
    private final Desk desk;
    private final Agents agents;
    private final Transcripts transcripts;
    private final WaitPromises promises;
    private final StaffAccounts accounts;
    private final Clock clock;

    DeskFloors(
            Desk desk,
            Agents agents,
            Transcripts transcripts,
            WaitPromises promises,
            StaffAccounts accounts,
            Clock clock) {
        this.desk = desk;
        this.agents = agents;
        this.transcripts = transcripts;
        this.promises = promises;
        this.accounts = accounts;
        this.clock = clock;
    }

    DeskFloor now() {
        long seq = transcripts.end(); // first: what comes meanwhile is told again, and not passed over
        var held = desk.open();
        var here = accounts.all().stream()
                .filter(member -> !member.disabled())
                .map(StaffMember::login)
                .toList();
        return new DeskFloor(
                seq,
                clock.instant(),
                held,
                agents.all().stream()
                        .filter(agent -> here.contains(agent.login()))
                        .toList(),
                transcripts.of(held.stream().map(Held::conversation).toList()),
                promises.all());
    }
}
