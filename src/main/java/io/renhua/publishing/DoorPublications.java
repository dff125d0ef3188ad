package io.renhua.publishing;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In the store of the process that serves, asked through its door. */
public final class DoorPublications implements Publications {
    private static final String SERVICE = "publications";

    private final Guest guest;

    public DoorPublications(Guest guest) {
        this.guest = guest;
    }

    /** What is asked; one record each, since the door takes one line of JSON. A bundle is Base64 there. */
    sealed interface Ask {
        record Of(String persona) implements Ask {}

        record Content(String address) implements Ask {}

        record Publish(Release release, @Nullable String bundle) implements Ask {}
    }

    /** @param content null where none was asked for, or there is none */
    record Answer(List<Publication> publications, @Nullable String content) {}

    /** What the process that serves offers at the door. */
    public static Service service(Publications publications) {
        return Service.of(SERVICE, Ask.class, ask -> answer(publications, ask));
    }

    private static Answer answer(Publications publications, Ask ask) {
        return switch (ask) {
            case Ask.Of(var persona) -> new Answer(publications.of(persona), null);
            case Ask.Content(var address) ->
                new Answer(
                        List.of(),
                        publications
                                .content(address)
                                .map(DoorPublications::text)
                                .orElse(null));
            case Ask.Publish(var release, var bundle) ->
                new Answer(
                        List.of(publications.publish(
                                release, Optional.ofNullable(bundle).map(DoorPublications::bytes))),
                        null);
        };
    }

    @Override
    public List<Publication> of(String persona) {
        return ask(new Ask.Of(persona)).publications();
    }

    @Override
    public Optional<byte[]> content(String address) {
        return Optional.ofNullable(ask(new Ask.Content(address)).content()).map(DoorPublications::bytes);
    }

    @Override
    public Publication publish(Release release, Optional<byte[]> bundle) {
        return ask(new Ask.Publish(release, bundle.map(DoorPublications::text).orElse(null)))
                .publications()
                .getFirst();
    }

    private static String text(byte[] bundle) {
        return Base64.getEncoder().encodeToString(bundle);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private Answer ask(Ask ask) {
        return guest.ask(SERVICE, ask, Answer.class);
    }

    @Override
    public void close() {}
}
