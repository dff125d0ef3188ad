package io.renhua.retention;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In the store of the process that serves, asked through its door. */
public final class DoorForgetting implements Forgetting {
    private static final String SERVICE = "forgetting";

    private final Guest guest;

    public DoorForgetting(Guest guest) {
        this.guest = guest;
    }

    record Ask(boolean only) {}

    /** @param account null when another node is at it */
    record Answer(@Nullable Account account) {}

    /** What the process that serves offers at the door. */
    public static Service service(Forgetting forgetting) {
        return Service.of(
                SERVICE,
                Ask.class,
                ask -> new Answer(
                        ask.only() ? forgetting.foreseen() : forgetting.now().orElse(null)));
    }

    @Override
    public Optional<Account> now() {
        return Optional.ofNullable(
                guest.ask(SERVICE, new Ask(false), Answer.class).account());
    }

    @Override
    public Account foreseen() {
        var answer = guest.ask(SERVICE, new Ask(true), Answer.class).account();
        return answer == null ? new Account(List.of()) : answer;
    }

    @Override
    public void close() {}
}
