package io.renhua;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.renhua.hook.Events;
import io.renhua.hook.HookWork;
import io.renhua.hook.Hooks;
import io.renhua.hook.Payloads;
import io.renhua.hook.StoreHooks;
import io.renhua.journal.Journal;
import io.renhua.server.Veils;
import io.renhua.store.Store;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The part of the object graph that tells others what happens. */
@Factory
final class HookWiring {
    @Singleton
    HookSettings hookSettings(
            Environment environment,
            @Named(PublicAddresses.NAME) PlatformHttp internet,
            PlatformHttp anywhere,
            Clock clock) {
        return HookSettings.read(environment, internet, anywhere, clock);
    }

    @Singleton
    Events events(Journal journal) {
        return new Events(journal);
    }

    @Singleton
    Payloads payloads(Journal journal, Veils veils) {
        return new Payloads(journal, veils::over);
    }

    @Singleton
    Hooks hooks(Store store, Journal journal, HookSettings settings, Clock clock) {
        return new StoreHooks(store, journal, settings.hooks(), clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    HookWork hookWork(Store store, Journal journal, HookSettings settings, Payloads payloads, Clock clock) {
        return new HookWork(store, journal, settings.hooks(), payloads, clock);
    }
}
