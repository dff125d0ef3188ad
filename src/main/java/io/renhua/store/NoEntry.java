package io.renhua.store;

import io.renhua.text.Wording;

/** Why a database lets nobody in, in a sentence that says what to do. */
final class NoEntry {
    private NoEntry() {}

    static Wording sentence(Engine engine, Throwable failure) {
        var state = StoreAway.state(failure);
        return switch (engine) {
            case H2 -> h2(state);
            case POSTGRESQL -> postgres(state);
        };
    }

    private static Wording h2(String state) {
        return state.equals("90020")
                ? Wording.of("another Renhua keeps its data here; stop it, or choose another folder: renhua.data")
                : with(
                        state,
                        Wording.of(
                                "the file of the store below renhua.data cannot be opened; is it whole, and may we read"
                                        + " and write it?"));
    }

    private static Wording postgres(String state) {
        return switch (state) {
            case "28P01", "28000" ->
                Wording.of(
                        "the PostgreSQL of renhua.store.url does not let this user in; check the user in it, and renhua.store.password");
            case "3D000" ->
                Wording.of("the PostgreSQL of renhua.store.url has no such database; make it, or name another");
            case "42501" ->
                Wording.of(
                        "the PostgreSQL of renhua.store.url does not let this user do what is needed; its user must own the database");
            case "53300" ->
                Wording.of(
                        "the PostgreSQL of renhua.store.url has no connection left; raise its max_connections, each node takes up to 18");
            case "55P03" ->
                Wording.of("the PostgreSQL of renhua.store.url is being worked on by somebody; stop all servers on it");
            case String other
            when other.startsWith("08") || other.startsWith("57") ->
                Wording.of(
                        "the PostgreSQL of renhua.store.url does not answer; is it running, and can this machine reach it?");
            default -> with(state, Wording.of("the PostgreSQL of renhua.store.url refuses to go on"));
        };
    }

    private static Wording with(String state, Wording why) {
        return state.isEmpty() ? why : Wording.of("%s (SQL state %s)", why, state);
    }
}
