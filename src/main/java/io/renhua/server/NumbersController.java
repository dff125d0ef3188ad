package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.server.Numbers.Period;
import io.renhua.server.Numbers.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody's own numbers. Supervisors see those of all together, and somebody's only when they choose them. */
@Controller("/desk/numbers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class NumbersController {
    private static final String TEAM = "*";

    private final Numbers numbers;
    private final Opinions opinions;
    private final StaffAccounts accounts;
    private final DeskNames names;
    private final DeskPages pages;
    private final DeskWords words;

    NumbersController(
            Numbers numbers,
            Opinions opinions,
            StaffAccounts accounts,
            DeskNames names,
            DeskPages pages,
            DeskWords words) {
        this.numbers = numbers;
        this.opinions = opinions;
        this.accounts = accounts;
        this.names = names;
        this.pages = pages;
        this.words = words;
    }

    /** @param of a login, or everybody */
    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request, StaffMember me, @QueryValue(defaultValue = "") String of) {
        var whose = of.isEmpty() ? me.login() : of;
        if (!whose.equals(me.login()) && me.role() == StaffRole.AGENT) {
            return HttpResponse.status(HttpStatus.FORBIDDEN);
        }
        var said = words.in(words.languageOf(request));
        boolean everybody = whose.equals(TEAM);
        var title = everybody ? word(said, "numbers_team") : of.isEmpty() ? word(said, "numbers") : names.staff(whose);
        var agent = everybody ? null : whose;
        var periods = numbers.of(agent);
        var found = opinions.of(agent, me, said);
        return pages.page(
                request,
                "numbers",
                Map.of(
                        "title",
                        title,
                        "whose",
                        whose,
                        "everybody",
                        everybody,
                        "choices",
                        me.role() == StaffRole.AGENT ? List.of() : choices(me),
                        "opinions",
                        found.periods(),
                        "remarks",
                        found.remarks(),
                        "periods",
                        periods.stream().map(period -> shown(period, said)).toList()));
    }

    private static String word(Map<String, String> said, String name) {
        return said.getOrDefault(name, "");
    }

    private List<Map<String, Object>> choices(StaffMember me) {
        return accounts.all().stream()
                .filter(member -> !member.disabled() && !member.login().equals(me.login()))
                .map(DeskPages::card)
                .toList();
    }

    private static Map<String, Object> shown(Period period, Map<String, String> said) {
        return Map.of(
                "name", word(said, "numbers_days_" + period.days()),
                "answered", period.answered(),
                "first", shown(period.firstResponse(), said),
                "handling", shown(period.handling(), said),
                "offers", period.offers(),
                "silences", period.silences(),
                "left", period.left(),
                "topics", period.topics());
    }

    private static Map<String, Object> shown(Timing timing, Map<String, String> said) {
        return Map.of(
                "n", timing.n(),
                "median", shown(timing.median(), said),
                "ninth", shown(timing.ninth(), said));
    }

    /** 0:07, 12:40, 3 h 05; a dash where there are too few. */
    private static String shown(@Nullable Duration time, Map<String, String> said) {
        if (time == null) {
            return "–";
        }
        var minutes = "%02d".formatted(time.toMinutesPart());
        return time.toHours() == 0
                ? time.toMinutes() + ":" + "%02d".formatted(time.toSecondsPart())
                : said.getOrDefault("hours", "{h}:{m}")
                        .replace("{h}", String.valueOf(time.toHours()))
                        .replace("{m}", minutes);
    }
}
