package io.renhua.server;

import io.renhua.handoff.Ratings;
import io.renhua.handoff.Ratings.Asked;
import io.renhua.handoff.Ratings.Given;
import io.renhua.handoff.Satisfaction;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people say of the help of somebody at the desk, as their page of numbers shows it; never beside anybody else's. */
@Singleton
final class Opinions {
    private static final int MOST = 50_000;
    private static final int REMARKS = 30;

    private final Store store;
    private final Numbers numbers;
    private final Discretion discretion;

    Opinions(Store store, Numbers numbers, Discretion discretion) {
        this.store = store;
        this.numbers = numbers;
        this.discretion = discretion;
    }

    /**
     * Of one number of days.
     *
     * @param share of those who are satisfied, as {@code 85 %}; their number where few answered
     * @param likely between what it is likely to be, and the mean; empty where few answered
     * @param answered how many of those who were asked
     */
    record Period(String share, String likely, String answered) {}

    /** @param words as their reader may read them */
    record Remark(String conversation, String at, @Nullable Integer score, String words) {}

    record All(List<Period> periods, List<Remark> remarks) {}

    /** Of the help of one agent, or of everybody together. */
    All of(@Nullable String agent, StaffMember reader, Map<String, String> said) {
        var given = Ratings.since(store, agent, numbers.since(Numbers.DAYS.getLast()), MOST);
        var periods =
                Numbers.DAYS.stream().map(days -> period(given, days, said)).toList();
        return new All(periods, remarks(given, reader));
    }

    private Period period(List<Given> given, int days, Map<String, String> said) {
        var since = numbers.since(days);
        var scores = new ArrayList<@Nullable Integer>();
        given.stream()
                .map(Given::asked)
                .filter(asked -> !asked.at().isBefore(since))
                .map(Asked::score)
                .forEach(scores::add);
        var found = Satisfaction.of(scores);
        var answered = counted(said, found.answered(), found.asked());
        if (found.answered() < Numbers.FEW) {
            return new Period(
                    found.answered() == 0 ? "–" : counted(said, found.satisfied(), found.answered()), "", answered);
        }
        var likely = said.getOrDefault("numbers_likely", "")
                .replace("{from}", percent(found.interval().from()))
                .replace("{until}", percent(found.interval().until()))
                .replace("{mean}", String.format(Locale.ROOT, "%.1f", found.mean()));
        return new Period(percent(found.share()) + " %", likely, answered);
    }

    private static String counted(Map<String, String> said, int some, int all) {
        return said.getOrDefault("numbers_of_those", "{n}/{m}")
                .replace("{n}", String.valueOf(some))
                .replace("{m}", String.valueOf(all));
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(share * 100));
    }

    private List<Remark> remarks(List<Given> given, StaffMember reader) {
        var left = given.stream()
                .filter(each -> each.asked().remark() != null)
                .limit(REMARKS)
                .toList();
        var sights =
                discretion.of(reader, left.stream().map(Given::conversation).toList());
        return left.stream()
                .map(each -> new Remark(
                        each.conversation().toString(),
                        each.asked().at().toString(),
                        each.asked().score(),
                        Objects.requireNonNull(sights.get(each.conversation()))
                                .over(Objects.requireNonNull(each.asked().remark()))))
                .toList();
    }
}
