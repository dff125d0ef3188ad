package io.renhua.server;

import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Enclosure;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A canned reply as somebody filled it in.
 *
 * @param id of the one that is changed; empty for a new one
 */
record CannedForm(
        String id,
        String whose,
        String locale,
        String channel,
        String shortcut,
        String title,
        String words,
        Enclosure enclosure,
        LastDay lastDay) {
    private static final Pattern SHORTCUT =
            Pattern.compile("[^\\s/{}]{1," + CannedReply.LONGEST_SHORTCUT + "}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST_CHOICE = 80;

    static CannedForm of(DeskForm sent) {
        return new CannedForm(
                sent.field("id"),
                sent.field("whose"),
                sent.field("locale"),
                sent.field("channel"),
                sent.field("shortcut").strip().replaceFirst("^/", ""),
                sent.field("title").strip(),
                sent.field("words").strip().replace("\r\n", "\n"),
                enclosure(sent),
                new LastDay(sent.field("last_day")));
    }

    /** The picture as {@code persona/name}. */
    private static Enclosure enclosure(DeskForm sent) {
        var picture = sent.field("picture").split("/", 2);
        return new Enclosure(
                picture[0],
                picture.length < 2 ? "" : picture[1],
                sent.field("card_title").strip(),
                sent.field("button").strip(),
                sent.field("link").strip());
    }

    static CannedForm empty(StaffMember me) {
        return new CannedForm(
                "", Whose.of(Scope.PERSONAL, me.login()).toString(), "", "", "", "", "", Enclosure.NONE, LastDay.NONE);
    }

    static CannedForm of(CannedReply reply, Clock clock) {
        return new CannedForm(
                reply.id(),
                reply.whose().toString(),
                reply.fits().locale(),
                reply.fits().channel(),
                reply.shortcut(),
                reply.title(),
                reply.words(),
                reply.enclosure(),
                LastDay.of(reply.expires(), clock));
    }

    boolean isNew() {
        return id.isEmpty();
    }

    /** What is wrong with it: the names of sentences that pages have. */
    List<String> problems(StaffMember me, Clock clock, Shelves shelves) {
        var problems = new ArrayList<String>();
        check(problems, "canned_shortcut_form", SHORTCUT.matcher(shortcut).matches());
        check(problems, "canned_title_form", title.length() <= CannedReply.LONGEST_TITLE);
        check(problems, "canned_words_form", !words.isEmpty() && words.length() <= CannedReply.LONGEST);
        check(problems, "canned_whose_form", Owners.writable(me, whose).isPresent());
        check(problems, "canned_day_form", lastDay.isAhead(clock));
        check(problems, "canned_fits_form", locale.length() <= LONGEST_CHOICE && channel.length() <= LONGEST_CHOICE);
        check(problems, "canned_picture_form", isPicture(shelves));
        check(problems, "canned_card_form", isCard());
        return List.copyOf(problems);
    }

    /** A persona's words go with a picture of its own. */
    private boolean isPicture(Shelves shelves) {
        var persona = enclosure.persona();
        boolean own = !whose.startsWith(Scope.PERSONA.word() + ":")
                || whose.equals(Whose.of(Scope.PERSONA, persona).toString());
        return persona.isEmpty() || (own && shelves.has(persona, enclosure.picture()));
    }

    private boolean isCard() {
        return enclosure.title().length() <= Enclosure.LONGEST_TITLE
                && Enclosures.isButton(enclosure.title(), enclosure.button(), enclosure.link());
    }

    private static void check(List<String> problems, String name, boolean holds) {
        if (!holds) {
            problems.add(name);
        }
    }

    /** Of a form without problems. */
    CannedReply reply(StaffMember me, Clock clock) {
        return new CannedReply(
                isNew() ? UUID.randomUUID().toString() : id,
                Whose.parse(whose),
                new Fits(locale, channel),
                shortcut,
                title,
                words,
                enclosure,
                lastDay.expires(clock),
                0,
                me.login());
    }

    Map<String, Object> fields() {
        return Map.ofEntries(
                Map.entry("id", id),
                Map.entry("whose", whose),
                Map.entry("locale", locale),
                Map.entry("channel", channel),
                Map.entry("shortcut", shortcut),
                Map.entry("title", title),
                Map.entry("words", words),
                Map.entry("picture", enclosure.persona() + "/" + enclosure.picture()),
                Map.entry("card_title", enclosure.title()),
                Map.entry("button", enclosure.button()),
                Map.entry("link", enclosure.link()),
                Map.entry("encloses", !enclosure.isEmpty()),
                Map.entry("last_day", lastDay.text()));
    }
}
