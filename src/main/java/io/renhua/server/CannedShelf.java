package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.Enclosure;
import io.renhua.persona.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the canned replies that somebody may read, and the form to write one. */
@Singleton
final class CannedShelf {
    private final CannedReplies canned;
    private final CannedPages pages;
    private final Owners owners;
    private final Shelves shelves;
    private final StaffAccounts accounts;
    private final DeskNames names;
    private final DeskWords words;
    private final Clock clock;

    CannedShelf(
            CannedReplies canned,
            CannedPages pages,
            Owners owners,
            Shelves shelves,
            StaffAccounts accounts,
            DeskNames names,
            DeskWords words,
            Clock clock) {
        this.canned = canned;
        this.pages = pages;
        this.owners = owners;
        this.shelves = shelves;
        this.accounts = accounts;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Somebody comes to the shelf, or comes back to it with something that was refused.
     *
     * @param problems names of sentences
     * @param remarks what the rules find; null when nothing was judged
     * @param other what says the same already
     * @param deleted what can be taken back
     */
    record Visit(
            HttpRequest<?> request,
            StaffMember me,
            String search,
            CannedForm form,
            HttpStatus status,
            List<String> problems,
            @Nullable List<DeskAnswer.Remark> remarks,
            @Nullable CannedReply other,
            @Nullable CannedReply deleted) {

        Visit(HttpRequest<?> request, StaffMember me, String search, CannedForm form) {
            this(request, me, search, form, HttpStatus.OK, List.of(), null, null, null);
        }

        Visit refused(List<String> why) {
            return new Visit(request, me, search, form, HttpStatus.UNPROCESSABLE_ENTITY, why, null, null, null);
        }

        Visit forbidden(List<DeskAnswer.Remark> found) {
            return new Visit(request, me, search, form, HttpStatus.UNPROCESSABLE_ENTITY, List.of(), found, null, null);
        }

        Visit twice(CannedReply same) {
            return new Visit(request, me, search, form, HttpStatus.CONFLICT, List.of(), null, same, null);
        }

        Visit done(@Nullable List<Problem> found, @Nullable CannedReply gone) {
            var told = found == null ? null : DeskAnswer.Remark.of(found);
            return new Visit(request, me, search, form, status, problems, told, other, gone);
        }

        /** Whether the form is to be seen at once. */
        boolean isWriting() {
            return !form.isNew() || status != HttpStatus.OK;
        }
    }

    MutableHttpResponse<?> page(Visit visit) {
        var model = new HashMap<String, Object>();
        model.put("form", visit.form().fields());
        model.put("writing", visit.isWriting());
        model.put("q", visit.search());
        model.put("problems", visit.problems());
        model.put("remarks", visit.remarks() == null ? List.of() : visit.remarks());
        model.put("saved", visit.remarks() != null && visit.status() == HttpStatus.OK);
        model.put("twice", visit.other() == null ? "" : visit.other().shortcut());
        model.put("deleted", visit.deleted() == null ? "" : visit.deleted().id());
        model.put("replies", rows(visit));
        return pages.page(visit.request(), visit.status(), visit.me(), model);
    }

    private List<Map<String, Object>> rows(Visit visit) {
        var language = words.languageOf(visit.request());
        var nicknames = names.personas(language);
        var staff = accounts.all().stream().collect(Collectors.toMap(StaffMember::login, StaffMember::name));
        return canned.readable(visit.me().login()).stream()
                .filter(reply -> reply.has(visit.search().strip()))
                .map(reply -> row(
                        reply,
                        owners.name(reply.whose(), language, nicknames),
                        staff.getOrDefault(reply.owner(), reply.owner()),
                        visit.me()))
                .toList();
    }

    private Map<String, Object> row(CannedReply reply, String whose, String by, StaffMember me) {
        return Map.ofEntries(
                Map.entry("id", reply.id()),
                Map.entry("shortcut", reply.shortcut()),
                Map.entry("title", reply.title()),
                Map.entry("words", reply.words()),
                Map.entry("whose", whose),
                Map.entry("fits", reply.fits()),
                Map.entry("enclosed", new Along(shelves.address(reply.enclosure()), reply.enclosure())),
                Map.entry("uses", reply.uses()),
                Map.entry("by", by),
                Map.entry("until", LastDay.of(reply.expires(), clock).text()),
                Map.entry("state", new State(reply.isOver(clock.instant()), Owners.mayWrite(me, reply.whose()))));
    }

    /** @param image where the picture is found; empty where there is none */
    record Along(String image, Enclosure enclosure) {}

    /**
     * @param over whether it is offered no more
     * @param mine whether the reader may change it
     */
    record State(boolean over, boolean mine) {}
}
