package io.renhua.publishing;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import io.renhua.text.Wording;
import java.time.Instant;
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

        record OfReviews(String persona) implements Ask {}

        record IsKept(String address) implements Ask {}

        record Link(String persona, String address, Instant until) implements Ask {}

        record Step(ReviewWish wish, @Nullable String bundle) implements Ask {}
    }

    /**
     * @param content of a version, a link, or empty for one that is kept; null where none was asked for, or there is none
     * @param refused why it may not be done; null where it was
     */
    record Answer(
            List<Publication> publications,
            List<Review> reviews,
            @Nullable String content,
            @Nullable Refused refused) {

        static Answer of(List<Publication> publications) {
            return new Answer(publications, List.of(), null, null);
        }

        static Answer ofReviews(List<Review> reviews) {
            return new Answer(List.of(), reviews, null, null);
        }
    }

    /** A wording on its way through the door; its values are texts. */
    record Refused(String format, List<String> values) {
        static Refused of(Wording why) {
            return new Refused(
                    why.format(), why.values().stream().map(String::valueOf).toList());
        }

        Wording wording() {
            return Wording.of(format, values.toArray());
        }
    }

    /** What the process that serves offers at the door. */
    public static Service service(Publications publications) {
        return Service.of(SERVICE, Ask.class, ask -> answer(publications, ask));
    }

    private static Answer answer(Publications publications, Ask ask) {
        try {
            return switch (ask) {
                case Ask.Of(var persona) -> Answer.of(publications.of(persona));
                case Ask.Content(var address) -> {
                    var content = publications.content(address).map(DoorPublications::text);
                    yield new Answer(List.of(), List.of(), content.orElse(null), null);
                }
                case Ask.Publish(var release, var bundle) ->
                    Answer.of(List.of(publications.publish(release, bytesOf(bundle))));
                case Ask.IsKept(var address) ->
                    new Answer(List.of(), List.of(), publications.isKept(address) ? "" : null, null);
                case Ask.Link(var persona, var address, var until) ->
                    new Answer(List.of(), List.of(), publications.link(persona, address, until), null);
                case Ask.OfReviews(var persona) ->
                    Answer.ofReviews(publications.reviews(persona).all());
                case Ask.Step(var wish, var bundle) ->
                    Answer.ofReviews(List.of(publications.review(wish, bytesOf(bundle))));
            };
        } catch (CannotPublish e) {
            return new Answer(List.of(), List.of(), null, Refused.of(e.why()));
        }
    }

    private static Optional<byte[]> bytesOf(@Nullable String bundle) {
        return Optional.ofNullable(bundle).map(DoorPublications::bytes);
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

    @Override
    public Reviews reviews(String persona) {
        return new Reviews(ask(new Ask.OfReviews(persona)).reviews());
    }

    @Override
    public Review review(ReviewWish wish, Optional<byte[]> bundle) {
        return ask(new Ask.Step(wish, bundle.map(DoorPublications::text).orElse(null)))
                .reviews()
                .getFirst();
    }

    @Override
    public boolean isKept(String address) {
        return ask(new Ask.IsKept(address)).content() != null;
    }

    @Override
    public String link(String persona, String address, Instant until) {
        return String.valueOf(ask(new Ask.Link(persona, address, until)).content());
    }

    private static String text(byte[] bundle) {
        return Base64.getEncoder().encodeToString(bundle);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private Answer ask(Ask ask) {
        var answer = guest.ask(SERVICE, ask, Answer.class);
        if (answer.refused() != null) {
            throw new CannotPublish(answer.refused().wording());
        }
        return answer;
    }

    @Override
    public void close() {}
}
