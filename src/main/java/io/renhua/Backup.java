package io.renhua;

import io.renhua.door.Service;
import io.renhua.store.Store;
import java.nio.file.Path;

/** A copy of the store for safe keeping, taken by whoever has it open. */
final class Backup {
    private static final String SERVICE = "backup";

    private Backup() {}

    /** What the process that serves offers at the door. */
    static Service service(Store store) {
        return Service.of(SERVICE, String.class, archive -> {
            store.backUp(Path.of(archive));
            return archive;
        });
    }

    static void take(Path archive) {
        take(Local.configured(), archive);
    }

    static void take(Configuration configuration, Path archive) {
        var _ = Local.reach(configuration, guest -> guest.ask(SERVICE, archive.toString(), String.class), store -> {
            try (store) {
                store.backUp(archive);
                return archive.toString();
            }
        });
    }
}
