package io.renhua.server;

import io.renhua.store.Json;
import io.renhua.store.Store;
import jakarta.inject.Singleton;

/** What each agent wants to be called for: theirs, and so the same on all of their devices. */
@Singleton
final class NoticeChoices {
    private final Store store;

    NoticeChoices(Store store) {
        this.store = store;
    }

    NoticeChoice of(String login) {
        return store.list("select choice from notice_choice where login = ?", row -> row.getString(1), login).stream()
                .findFirst()
                .map(choice -> Json.read(choice, NoticeChoice.class))
                .orElse(NoticeChoice.EVERYTHING);
    }

    void keep(String login, NoticeChoice choice) {
        store.write(transaction -> {
            transaction.update("delete from notice_choice where login = ?", login);
            transaction.update("insert into notice_choice (login, choice) values (?, ?)", login, Json.write(choice));
        });
    }
}
