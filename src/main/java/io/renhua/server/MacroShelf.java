package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.Later;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macros;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the macros that somebody may read, and the form to write one. */
@Singleton
final class MacroShelf {
    private final Macros macros;
    private final CannedReplies replies;
    private final DeskPages pages;
    private final DeskWords words;
    private final MacroNames names;
    private final Clock clock;

    MacroShelf(Macros macros, CannedReplies replies, DeskPages pages, DeskWords words, MacroNames names, Clock clock) {
        this.macros = macros;
        this.replies = replies;
        this.pages = pages;
        this.words = words;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Somebody comes to the shelf, or comes back to it with something that was refused.
     *
     * @param problems names of sentences
     * @param saved whether one was just saved
     * @param deleted the id of one that can be taken back; empty where there is none
     */
    record Visit(
            HttpRequest<?> request,
            StaffMember me,
            MacroForm form,
            List<String> problems,
            boolean saved,
            String deleted) {
        Visit(HttpRequest<?> request, StaffMember me, MacroForm form) {
            this(request, me, form, List.of(), false, "");
        }

        Visit refused(List<String> why) {
            return new Visit(request, me, form, why, false, "");
        }

        HttpStatus status() {
            return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        }

        /** Whether the form is to be seen at once. */
        boolean isWriting() {
            return !form.isNew() || !problems.isEmpty();
        }
    }

    /** What a form of somebody is held against. */
    MacroForm.Known known(StaffMember me) {
        return new MacroForm.Known(replies.readable(me.login()), names.teams());
    }

    MutableHttpResponse<?> page(Visit visit) {
        var language = words.languageOf(visit.request());
        var model = new HashMap<String, Object>();
        model.put("form", visit.form().fields());
        model.put("writing", visit.isWriting());
        model.put("problems", visit.problems());
        model.put("saved", visit.saved());
        model.put("deleted", visit.deleted());
        model.put("owners", names.owners(visit.me(), language));
        model.put("shortcuts", shortcuts(visit));
        model.put("laters", Later.WORDS);
        model.put("teams", names.teams());
        model.put(
                "macros",
                macros.readable(visit.me().login()).stream()
                        .map(macro -> row(macro, visit.me(), language))
                        .toList());
        return pages.page(visit.request(), visit.status(), "macros", model);
    }

    /** The titles by their shortcut; one that is gone stays to be seen. */
    private Map<String, String> shortcuts(Visit visit) {
        var shortcuts = new LinkedHashMap<String, String>();
        replies.readable(visit.me().login()).stream()
                .filter(reply -> !reply.isOver(clock.instant()))
                .forEach((CannedReply reply) -> shortcuts.putIfAbsent(reply.shortcut(), reply.title()));
        shortcuts.putIfAbsent(visit.form().say(), "");
        shortcuts.remove("");
        return shortcuts;
    }

    private Map<String, Object> row(Macro macro, StaffMember me, String language) {
        return Map.of(
                "id", macro.id(),
                "title", macro.title(),
                "steps", macro.steps().stream().map(MacroStep::of).toList(),
                "whose", names.owner(macro.whose(), language),
                "by", names.staff(macro.owner()),
                "uses", macro.uses(),
                "until", LastDay.of(macro.expires(), clock).text(),
                "over", macro.isOver(clock.instant()),
                "mine", Owners.mayWrite(me, macro.whose()));
    }
}
