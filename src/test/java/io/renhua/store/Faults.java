package io.renhua.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the store and its database, notes every place where one calls the other, and lets one of these calls fail,
 * once. A place is what was called and the statement it was called for; of those that make things durable each is one.
 */
public final class Faults {
    private static final Set<String> CALLS = Set.of(
            "getConnection",
            "setAutoCommit",
            "prepareStatement",
            "execute",
            "executeQuery",
            "executeUpdate",
            "next",
            "setSavepoint",
            "releaseSavepoint",
            "rollback",
            "commit");

    private static final Set<String> MAKE_DURABLE = Set.of("commit", "execute checkpoint sync");

    private final Set<String> places = new ConcurrentSkipListSet<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicBoolean armed = new AtomicBoolean();
    private volatile String place = "";
    private volatile Fault fault = Fault.REFUSES;

    /** How a call fails. */
    public enum Fault {
        /** Nothing of it happens. */
        REFUSES,
        /** It happens, and the answer is a failure: the outcome of a commit is unknown. */
        HAPPENS_AND_FAILS,
        /** Nothing of it happens, and the connection is gone with all that was not committed. */
        BREAKS,
        /** It happens, and then the connection is gone. */
        HAPPENS_AND_BREAKS,
        /** Nothing of it happens, for it took too long. */
        TIMES_OUT,
        /** Nothing of a commit happens, and nobody is told: no database may do that. */
        LIES
    }

    /** A store on which the faults act once it is open. */
    public Store open(StoreSettings settings) {
        return Store.open(settings, this::between);
    }

    private DataSource between(DataSource source) {
        return wrap(DataSource.class, source, null, "");
    }

    /** Begins to note and to count anew. */
    public void begin() {
        places.clear();
        counts.clear();
    }

    /** Lets the next call from a place fail. */
    public void plant(String where, Fault how) {
        place = where;
        fault = how;
        armed.set(true);
    }

    /** Lets nothing fail any more, and says whether what was planted has happened. */
    public boolean disarm() {
        return !armed.getAndSet(false);
    }

    /** Every place from which the database was called. */
    public Set<String> places() {
        return Set.copyOf(places);
    }

    private int count(String where) {
        return counts.computeIfAbsent(where, _ -> new AtomicInteger()).incrementAndGet();
    }

    private <T> T wrap(Class<T> type, T target, @Nullable Connection connection, String sql) {
        return type.cast(Proxy.newProxyInstance(
                Faults.class.getClassLoader(), new Class<?>[] {type}, new Between(target, connection, sql)));
    }

    /** Stands before a connection, a statement or its rows; or, with no connection yet, before the source of them. */
    private final class Between implements InvocationHandler {
        private final Object target;
        private final @Nullable Connection connection;
        private final String sql;

        Between(Object target, @Nullable Connection connection, String sql) {
            this.target = target;
            this.connection = connection;
            this.sql = sql;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
            var call = new Call(target, method, given == null ? List.of() : Arrays.asList(given));
            if (CALLS.contains(method.getName())) {
                var here = placeOf(call);
                places.add(here);
                if (armed.get() && here.equals(place) && armed.compareAndSet(true, false)) {
                    return fail(call);
                }
            }
            return wrapped(call.make(), call);
        }

        private String placeOf(Call call) {
            var what = call.arguments().isEmpty()
                    ? sql
                    : switch (call.arguments().getFirst()) {
                        case String statement -> statement.replaceAll("\\s+", " ");
                        case Savepoint savepoint -> "savepoint";
                        case Boolean flag -> flag.toString();
                        case null, default -> sql;
                    };
            var where = (call.method().getName() + " " + what).trim();
            return MAKE_DURABLE.contains(where) ? where + " " + count(where) : where;
        }

        private @Nullable Object fail(Call call) throws Throwable {
            return switch (fault) {
                case REFUSES -> throw new SQLException("planted", "HY000");
                case TIMES_OUT -> throw new SQLTimeoutException("planted", "57014");
                case HAPPENS_AND_FAILS -> {
                    call.make();
                    throw new SQLException("planted", "HY000");
                }
                case BREAKS -> throw severed(connection);
                case HAPPENS_AND_BREAKS ->
                    throw severed(call.make() instanceof Connection opened ? opened : connection);
                case LIES -> {
                    ((Connection) target).rollback();
                    yield null;
                }
            };
        }

        private static SQLException severed(@Nullable Connection connection) throws SQLException {
            if (connection != null) {
                connection.unwrap(Connection.class).close();
            }
            return new SQLNonTransientConnectionException("planted", "08006");
        }

        private @Nullable Object wrapped(@Nullable Object answer, Call call) {
            return switch (answer) {
                case Connection opened -> wrap(Connection.class, opened, opened, "");
                case PreparedStatement prepared ->
                    wrap(
                            PreparedStatement.class,
                            prepared,
                            connection,
                            String.valueOf(call.arguments().getFirst()).replaceAll("\\s+", " "));
                case Statement plain -> wrap(Statement.class, plain, connection, sql);
                case ResultSet rows -> wrap(ResultSet.class, rows, connection, sql);
                case null, default -> answer;
            };
        }
    }

    private record Call(Object target, Method method, List<@Nullable Object> arguments) {
        @Nullable
        Object make() throws Throwable {
            try {
                return method.invoke(target, arguments.toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
