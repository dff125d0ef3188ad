package io.renhua.server;

import io.renhua.conversation.DeskMonitor;
import io.renhua.conversation.Floods;
import io.renhua.conversation.WaitPromises;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Blocks;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Held;
import io.renhua.journal.Journal;
import io.renhua.people.Unions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.stream.Stream;

/** Looks at the whole desk with as many questions to the store as it has kinds of things, however much stands on it. */
@Singleton
final class DeskFloors {
    private final Desk desk;
    private final Agents agents;
    private final Transcripts transcripts;
    private final WaitPromises promises;
    private final StaffAccounts accounts;
    private final Floods floods;
    private final Blocks blocks;
    private final Unions unions;
    private final DeskMonitor monitor;
    private final Clock clock;

    DeskFloors(
            Desk desk,
            Agents agents,
            Transcripts transcripts,
            WaitPromises promises,
            StaffAccounts accounts,
            Floods floods,
            Blocks blocks,
            Unions unions,
            DeskMonitor monitor,
            Clock clock) {
        this.desk = desk;
        this.agents = agents;
        this.transcripts = transcripts;
        this.promises = promises;
        this.accounts = accounts;
        this.floods = floods;
        this.blocks = blocks;
        this.unions = unions;
        this.monitor = monitor;
        this.clock = clock;
    }

    DeskFloor now() {
        long seq = transcripts.end(); // first: what comes meanwhile is told again, and not passed over
        var held = desk.open().stream()
                .filter(each -> !each.conversation().equals(Journal.PROBE))
                .toList();
        var asked = blocks.asked();
        var merges = unions.asked();
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
                transcripts.of(Stream.of(
                                held.stream().map(Held::conversation),
                                asked.stream().map(Blocks.Block::conversation),
                                merges.stream().map(pair -> pair.one().conversation()))
                        .flatMap(each -> each)
                        .toList()),
                promises.all(),
                floods.now(),
                asked,
                merges,
                monitor.blind());
    }
}
