package io.renhua.server;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.conversation.Pictures;
import io.renhua.conversation.Replies;
import io.renhua.conversation.ReplyRules;
import io.renhua.conversation.SentPictures;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Puts pictures on their way as replies are: by the same epoch, window and rules. */
@Singleton
final class PicturePost {
    private final Replies replies;
    private final ReplyRules rules;
    private final SentPictures sent;
    private final Pictures pictures;

    PicturePost(Replies replies, ReplyRules rules, SentPictures sent, Pictures pictures) {
        this.replies = replies;
        this.rules = rules;
        this.sent = sent;
        this.pictures = pictures;
    }

    /** Empty where the shelf has none of that name, or what is sent is no picture. */
    Optional<Outcome> send(StaffMember me, PictureAct act) {
        return act.shelf() == null ? own(me, act) : fromShelf(me, act, act.shelf());
    }

    private Optional<Outcome> fromShelf(StaffMember me, PictureAct act, String name) {
        var persona = rules.in(act.with()).live().persona();
        return Optional.ofNullable(persona.shelf().get(name))
                .map(picture -> pictures.of(persona, new Content.Media(Kind.IMAGE, picture.path(), act.words())))
                .map(content -> say(me, act, content));
    }

    private Optional<Outcome> own(StaffMember me, PictureAct act) {
        var kept = rules.in(act.with()).live().persona().privacy().media();
        return act.file().map(file -> {
            var name = sent.keep(act.with(), me.login(), file, kept);
            var outcome = say(me, act, new Content.Media(Kind.IMAGE, pictures.sent(name), act.words()));
            if (!(outcome instanceof Outcome.Done)) {
                sent.drop(name);
            }
            return outcome;
        });
    }

    private Outcome say(StaffMember me, PictureAct act, Content content) {
        return replies.reply(act.with(), me.login(), me.name(), act.id(), List.of(content), act.upTo());
    }
}
