package io.renhua.server;

import io.renhua.store.Json;
import io.renhua.store.Store;
import jakarta.inject.Singleton;

/** Which keys each at the desk works with: theirs, and so the same on all of their devices. */
@Singleton
final class KeyChoices {
    private final Store store;

    KeyChoices(Store store) {
        this.store = store;
    }

    KeyChoice of(String login) {
        return store.list("select choice from key_choice where login = ?", row -> row.getString(1), login).stream()
                .findFirst()
                .map(choice -> Json.read(choice, KeyChoice.class))
                .orElse(KeyChoice.USUAL);
    }

    void keep(String login, KeyChoice choice) {
        store.write(transaction -> {
            transaction.update("delete from key_choice where login = ?", login);
            transaction.update("insert into key_choice (login, choice) values (?, ?)", login, Json.write(choice));
        });
    }
}
