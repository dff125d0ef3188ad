package io.renhua.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's LISTEN and NOTIFY. Rings are gathered and sent together by a connection of their own, never within a commit:
 * a commit that notifies keeps all others of the database waiting.
 */
final class PostgresBell implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBell.class);
    private static final String CHANNEL = "renhua";
    private static final int TOGETHER_MILLIS = 5;
    private static final int COMES_BACK_MILLIS = 1_000;
    private static final int HEARS_MILLIS = 500;
    private static final int LAST_RING_MILLIS = 500;

    /** PostgreSQL takes less than 8000 bytes. */
    private static final int LONGEST = 7_000;

    private final StoreSettings settings;
    private final String me = UUID.randomUUID().toString();
    private final Set<String> rung = ConcurrentHashMap.newKeySet();
    private final Map<Topic, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> gaps = new CopyOnWriteArrayList<>();
    private final Thread ringer =
            Thread.ofPlatform().daemon().name("bell-ringer").unstarted(this::tell);
    private final Thread hearer =
            Thread.ofPlatform().daemon().name("bell-hearer").unstarted(this::hear);
    private volatile boolean closed;

    PostgresBell(StoreSettings settings) {
        this.settings = settings;
        ringer.start();
        hearer.start();
    }

    @Override
    public void ring(Topic topic, String text) {
        if (rung.add(me + " " + topic + " " + text) && rung.size() == 1) {
            LockSupport.unpark(ringer);
        }
    }

    @Override
    public void listen(Topic topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void onGap(Runnable listener) {
        gaps.add(listener);
    }

    private void tell() {
        keepConnected(connection -> {
            while (!closed) {
                if (rung.isEmpty()) {
                    LockSupport.parkNanos(COMES_BACK_MILLIS * 1_000_000L);
                } else {
                    LockSupport.parkNanos(TOGETHER_MILLIS * 1_000_000L);
                    notifyAll(connection);
                }
            }
            notifyAll(connection);
        });
    }

    private void notifyAll(Connection connection) throws SQLException {
        var texts = new ArrayList<>(rung);
        try (var statement =
                connection.prepareStatement("select pg_notify('" + CHANNEL + "', each) from unnest(?) as each")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "varchar",
                            texts.stream()
                                    .filter(text -> text.length() < LONGEST)
                                    .toArray()));
            statement.execute();
        } finally {
            texts.forEach(rung::remove); // rung again meanwhile, it is heard twice or looked for later
        }
    }

    private void hear() {
        keepConnected(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            gaps.forEach(Runnable::run);
            var notified = connection.unwrap(PGConnection.class);
            while (!closed) {
                var notifications = notified.getNotifications(HEARS_MILLIS);
                for (int i = 0; notifications != null && i < notifications.length; i++) {
                    heard(notifications[i].getParameter());
                }
            }
        });
    }

    private void heard(String text) {
        var parts = text.split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(me)) {
            for (var topic : Topic.values()) {
                if (topic.name().equals(parts[1])) {
                    listeners.getOrDefault(topic, List.of()).forEach(listener -> listener.accept(parts[2]));
                }
            }
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private void keepConnected(Work work) {
        while (!closed) {
            try (var connection = connect()) {
                work.with(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.debug(
                        "the bell's connection broke, comes back: {}",
                        e.getClass().getSimpleName());
                LockSupport.parkNanos(COMES_BACK_MILLIS * 1_000_000L);
            }
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "15");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "renhua bell");
        return DriverManager.getConnection(settings.url(), properties);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(ringer);
        try {
            ringer.join(LAST_RING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what is not rung is looked for
        }
    }
}
