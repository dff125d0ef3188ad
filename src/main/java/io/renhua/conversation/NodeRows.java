package io.renhua.conversation;

import io.renhua.store.Store;
import java.time.Duration;
import java.util.List;

/** The nodes that share a database, as it knows them. What is written here may not wait behind anybody's commit. */
final class NodeRows {
    private final Store store;

    NodeRows(Store store) {
        this.store = store;
    }

    /** A new node; no number is given twice. */
    long register(String name) {
        return store.beside(
                handle -> handle.createQuery("insert into node (name, seen_at) values (:name, now()) returning id")
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one());
    }

    /** Shows that a node lives; false when it has been struck off. */
    boolean beat(long node) {
        return store.beside(handle -> handle.createUpdate("update node set seen_at = now() where id = :node")
                        .bind("node", node)
                        .execute())
                == 1;
    }

    /** Strikes off those that have not shown themselves. */
    List<Long> strikeOff(Duration lease) {
        return store.beside(handle -> handle.createQuery(
                        "delete from node where seen_at < now() - make_interval(secs => :seconds) returning id")
                .bind("seconds", lease.toMillis() / 1000.0)
                .mapTo(Long.class)
                .list());
    }

    int count() {
        return store.read(handle -> handle.createQuery("select count(*) from node")
                .mapTo(Integer.class)
                .one());
    }

    void remove(long node) {
        store.beside(handle -> handle.createUpdate("delete from node where id = :node")
                .bind("node", node)
                .execute());
    }
}
