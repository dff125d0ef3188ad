package io.renhua.server;

import io.renhua.handoff.CannedReply;
import io.renhua.handoff.Later;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Tags;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A macro as somebody filled it in: what it does, in the order of the form.
 *
 * @param id of the one that is changed; empty for a new one
 * @param say a shortcut; empty for nothing
 * @param urgent {@code yes}, {@code no}, or empty for neither
 * @param end what becomes of the conversation: {@code pass:} and a team, {@code hold:} and a {@link Later}, {@code resolve},
 *     {@code release}; empty when it stays
 */
record MacroForm(
        String id,
        String whose,
        String title,
        String say,
        String tags,
        String untags,
        String urgent,
        String note,
        String end,
        String topic,
        LastDay lastDay) {
    private static final Pattern COMMAS = Pattern.compile("[,，、\\n]");

    static MacroForm of(DeskForm sent) {
        return new MacroForm(
                sent.field("id"),
                sent.field("whose"),
                sent.field("title").strip(),
                sent.field("say"),
                sent.field("tags").strip(),
                sent.field("untags").strip(),
                sent.field("urgent"),
                sent.field("note").strip().replace("\r\n", "\n"),
                sent.field("end"),
                sent.field("topic").strip(),
                new LastDay(sent.field("last_day")));
    }

    static MacroForm empty(StaffMember me) {
        var mine = Whose.of(Scope.PERSONAL, me.login()).toString();
        return new MacroForm("", mine, "", "", "", "", "", "", "", "", LastDay.NONE);
    }

    static MacroForm of(Macro macro, Clock clock) {
        var steps = macro.steps();
        return new MacroForm(
                macro.id(),
                macro.whose().toString(),
                macro.title(),
                each(steps, Step.Say.class).map(Step.Say::shortcut).findFirst().orElse(""),
                each(steps, Step.Tag.class).map(Step.Tag::tag).collect(Collectors.joining(", ")),
                each(steps, Step.Untag.class).map(Step.Untag::tag).collect(Collectors.joining(", ")),
                each(steps, Step.Urgent.class)
                        .map(step -> step.urgent() ? "yes" : "no")
                        .findFirst()
                        .orElse(""),
                each(steps, Step.Note.class).map(Step.Note::words).findFirst().orElse(""),
                steps.stream()
                        .map(MacroForm::end)
                        .filter(end -> !end.isEmpty())
                        .findFirst()
                        .orElse(""),
                each(steps, Step.Resolve.class)
                        .map(Step.Resolve::topic)
                        .findFirst()
                        .orElse(""),
                LastDay.of(macro.expires(), clock));
    }

    private static <T extends Step> Stream<T> each(List<Step> steps, Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String end(Step step) {
        return switch (step) {
            case Step.Pass(var team) -> "pass:" + team;
            case Step.Hold(var until) -> "hold:" + until.word();
            case Step.Resolve resolve -> "resolve";
            case Step.Release release -> "release";
            default -> "";
        };
    }

    boolean isNew() {
        return id.isEmpty();
    }

    /** What there is to choose from. */
    record Known(List<CannedReply> replies, Collection<String> teams) {
        /** Whether whoever may do a macro of that owner may say a reply of that shortcut. */
        boolean says(String shortcut, Whose macro) {
            return replies.stream()
                    .filter(reply -> reply.shortcut().equalsIgnoreCase(shortcut))
                    .anyMatch(reply ->
                            macro.scope() == Scope.PERSONAL || reply.whose().scope() != Scope.PERSONAL);
        }
    }

    /** What is wrong with it: the names of sentences that pages have. */
    List<String> problems(StaffMember me, Clock clock, Known known) {
        var problems = new ArrayList<String>();
        var owner = Owners.writable(me, whose);
        check(problems, "macro_title_form", !title.isEmpty() && title.length() <= Macro.LONGEST_TITLE);
        check(problems, "canned_whose_form", owner.isPresent());
        check(
                problems,
                "macro_say_form",
                say.isEmpty() || owner.filter(each -> known.says(say, each)).isPresent());
        check(
                problems,
                "tag_form",
                Stream.of(tags, untags).flatMap(MacroForm::split).allMatch(Tags::isTag));
        check(problems, "macro_note_form", note.length() <= Macro.LONGEST_NOTE);
        check(problems, "macro_end_form", isEnd(known.teams()));
        check(problems, "macro_topic_form", !end.equals("resolve") || isTopic());
        check(problems, "canned_day_form", lastDay.isAhead(clock));
        if (problems.isEmpty()) {
            int steps = steps().size();
            check(problems, "macro_steps_form", steps > 0 && steps <= Macro.MOST_STEPS);
        }
        return List.copyOf(problems);
    }

    private static void check(List<String> problems, String name, boolean holds) {
        if (!holds) {
            problems.add(name);
        }
    }

    private boolean isTopic() {
        return !topic.isEmpty() && topic.length() <= DeskAct.LONGEST_TOPIC;
    }

    private boolean isEnd(Collection<String> teams) {
        return switch (end.split(":", 2)[0]) {
            case "pass" -> teams.contains(after());
            case "hold" -> Later.WORDS.contains(after());
            case "", "resolve", "release" -> after().isEmpty();
            default -> false;
        };
    }

    /** What stands behind the colon of {@link #end}. */
    private String after() {
        return end.contains(":") ? end.substring(end.indexOf(':') + 1) : "";
    }

    private static Stream<String> split(String tags) {
        return COMMAS.splitAsStream(tags).map(String::strip).filter(tag -> !tag.isEmpty());
    }

    /** In the order in which they are done. Of a form without problems. */
    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        if (!say.isEmpty()) {
            steps.add(new Step.Say(say));
        }
        split(tags).distinct().map(Step.Tag::new).forEach(steps::add);
        split(untags).distinct().map(Step.Untag::new).forEach(steps::add);
        if (!urgent.isEmpty()) {
            steps.add(new Step.Urgent(urgent.equals("yes")));
        }
        if (!note.isEmpty()) {
            steps.add(new Step.Note(note));
        }
        ending().ifPresent(steps::add);
        return steps;
    }

    private Optional<Step> ending() {
        return switch (end.split(":", 2)[0]) {
            case "pass" -> Optional.of(new Step.Pass(after()));
            case "hold" -> Optional.of(new Step.Hold(Later.of(after())));
            case "resolve" -> Optional.of(new Step.Resolve(topic));
            case "release" -> Optional.of(new Step.Release());
            default -> Optional.empty();
        };
    }

    /** Of a form without problems. */
    Macro macro(StaffMember me, Clock clock) {
        return new Macro(
                isNew() ? UUID.randomUUID().toString() : id,
                Whose.parse(whose),
                title,
                steps(),
                lastDay.expires(clock),
                0,
                me.login());
    }

    Map<String, Object> fields() {
        return Map.ofEntries(
                Map.entry("id", id),
                Map.entry("whose", whose),
                Map.entry("title", title),
                Map.entry("say", say),
                Map.entry("tags", tags),
                Map.entry("untags", untags),
                Map.entry("urgent", urgent),
                Map.entry("note", note),
                Map.entry("end", end),
                Map.entry("topic", topic),
                Map.entry("last_day", lastDay.text()));
    }
}
