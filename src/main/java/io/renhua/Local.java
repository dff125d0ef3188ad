package io.renhua;

import io.micronaut.context.env.Environment;
import io.renhua.door.Guest;
import io.renhua.door.OutOfReach;
import io.renhua.hook.Hook;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.store.StoreMove;
import io.renhua.text.Wording;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a command works on: the process that serves, where one does here, else the store itself. */
final class Local {
    private Local() {}

    static Configuration configured() {
        return configured(new ArrayList<>()); // to serve says what is wrong
    }

    /** Those who are told, as configuration has them. */
    static List<Hook> hooks() {
        return reading(HookSettings::readOnly).hooks();
    }

    private static Configuration configured(List<Wording> problems) {
        return reading(environment -> Configuration.of(environment, problems));
    }

    private static <T> T reading(Function<Environment, T> reader) {
        try (var context = Serving.configured().build()) {
            return reader.apply(context.getEnvironment().start());
        } catch (RuntimeException e) { // nothing but the configuration is read here
            throw new OutOfReach(
                    Wording.of("config/application.yml cannot be read: %s", String.valueOf(e.getMessage())), e);
        }
    }

    /** From the file of our own to the PostgreSQL that is configured. */
    static StoreMove move() {
        var problems = new ArrayList<Wording>();
        var configuration = configured(problems);
        problems.removeIf(problem -> !problem.toString().startsWith("renhua.store."));
        if (!configuration.store().isPostgres()) {
            problems.add(Wording.of("renhua.store.url names no PostgreSQL to move to, such as"
                    + " jdbc:postgresql://db.example.com/renhua?user=renhua"));
        }
        if (!problems.isEmpty()) {
            throw new OutOfReach(Wording.joined("%s\n%s", problems), null);
        }
        return new StoreMove(configuration.data(), configuration.storeSettings());
    }

    /**
     * Asks at the door when somebody answers there.
     *
     * @param inTheStore what to do else; the store is then its to close
     */
    static <T> T reach(Configuration configuration, Function<Guest, T> atTheDoor, Function<Store, T> inTheStore) {
        var guest = new Guest(configuration.data());
        return guest.isHeard() ? atTheDoor.apply(guest) : inTheStore.apply(open(configuration));
    }

    private static Store open(Configuration configuration) {
        if (configuration.store().isOwnFile()
                && !Files.exists(configuration.data().resolve("renhua.mv.db"))) {
            throw new OutOfReach(
                    Wording.of(
                            "Nobody has written yet: there is no store in %s. Another folder is named by renhua.data"
                                    + " in config/application.yml.",
                            configuration.data()),
                    null);
        }
        try {
            return Store.open(configuration.storeSettings());
        } catch (StoreAway e) {
            var ofOurOwn = Wording.of(
                    "The store in %s cannot be opened, and no server answers at its door. Is one just starting or"
                            + " stopping, or is it of an older version? Try again, or stop it.",
                    configuration.data());
            throw new OutOfReach(configuration.store().isOwnFile() ? ofOurOwn : e.why(), e);
        }
    }
}
