package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.ReplyRules;
import io.renhua.handoff.DeskDrafts;
import io.renhua.handoff.Draft.Saved;
import io.renhua.handoff.Draft.Written;
import io.renhua.message.ConversationId;
import io.renhua.server.DeskWriting.Begun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens while somebody writes, before anything is said. */
@Controller("/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class WritingController {
    private final DeskDrafts drafts;
    private final ReplyRules rules;

    WritingController(DeskDrafts drafts, ReplyRules rules) {
        this.drafts = drafts;
        this.rules = rules;
    }

    /** What is wrong with words before they are sent. */
    @Post("/judge")
    List<DeskAnswer.Remark> judge(@Body DeskAct act) {
        var text = act.words();
        return text.length() > DeskAct.LONGEST ? List.of() : DeskAnswer.Remark.of(rules.judge(act.with(), text));
    }

    /**
     * What a page wants to keep.
     *
     * @param seq up to where it shows the conversation
     * @param before the state of the draft that it was written from
     */
    record Page(
            @Nullable String conversation,
            @Nullable String text,
            boolean note,
            long seq,
            @Nullable Instant before) {
        ConversationId with() {
            return ConversationId.parse(conversation == null ? "" : conversation);
        }

        Written written() {
            var words = text == null ? "" : text;
            if (words.length() > DeskAct.LONGEST) {
                throw new IllegalArgumentException("a draft has at most " + DeskAct.LONGEST + " characters");
            }
            return new Written(words, note, seq, before);
        }
    }

    /**
     * @param at the state that is kept; null when nothing was left
     * @param other what another device of theirs has written meanwhile, which stays
     */
    record Kept(@Nullable String at, @Nullable Begun other) {}

    @Post("/draft")
    Kept keep(StaffMember me, @Body Page page) {
        return switch (drafts.save(page.with(), me.login(), page.written())) {
            case Saved.Kept(var draft) ->
                new Kept(draft == null ? null : draft.at().toString(), null);
            case Saved.Elsewhere(var other) -> new Kept(null, Begun.of(other));
        };
    }

    /** Somebody has read their former draft again, and takes it or drops it. */
    @Post("/draft/former")
    Kept dropFormer(StaffMember me, @Body Page page) {
        drafts.dropFormer(page.with(), me.login());
        return new Kept(null, null);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> cannotBeKept() {
        return HttpResponse.badRequest();
    }
}
