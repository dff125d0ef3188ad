package io.renhua.store;

/** Why a database lets nobody in, in a sentence that says what to do. */
final class NoEntry {
    private static final String POSTGRES = "the PostgreSQL of renhua.store.url ";

    private NoEntry() {}

    static String sentence(Engine engine, Throwable failure) {
        var state = StoreAway.state(failure);
        return switch (engine) {
            case H2 -> h2(state);
            case POSTGRESQL -> POSTGRES + postgres(state);
        };
    }

    private static String h2(String state) {
        return state.equals("90020")
                ? "another Renhua keeps its data here; stop it, or choose another folder: renhua.data"
                : "the file of the store below renhua.data cannot be opened" + in(state)
                        + "; is it whole, and may we read and write it?";
    }

    private static String postgres(String state) {
        return switch (state) {
            case "28P01", "28000" -> "does not let this user in; check the user in it, and renhua.store.password";
            case "3D000" -> "has no such database; make it, or name another";
            case "42501" -> "does not let this user do what is needed; its user must own the database";
            case "53300" -> "has no connection left; raise its max_connections, each node takes up to 18";
            case "55P03" -> "is being worked on by somebody; stop all servers on it";
            case String other
            when other.startsWith("08") || other.startsWith("57") ->
                "does not answer; is it running, and can this machine reach it?";
            default -> "refuses to go on" + in(state);
        };
    }

    private static String in(String state) {
        return state.isEmpty() ? "" : " (SQL state " + state + ")";
    }
}
