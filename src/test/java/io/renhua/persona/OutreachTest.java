package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Campaign.Coupon;
import io.renhua.persona.Campaign.Runs;
import io.renhua.persona.FollowUp.Cap;
import io.renhua.persona.FollowUp.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What personas say without being asked, and what an author hears who writes it wrongly. */
class OutreachTest {
    private static final String AUTUMN = "campaigns/autumn.yaml";
    private static final String POSTER = "      poster: img/mo.svg\n";

    private final Persona pao = Objects.requireNonNull(
            new PersonaReader().read(Path.of("personas/pao")).persona());

    @TempDir
    private Path directory;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(directory).write(AUTUMN, """
                campaigns:
                  autumn:
                    plan:
                      purpose: repurchase
                      who: [loyal]
                      runs: {from: "2026-10-01", to: "2026-10-15", tz: Asia/Taipei}
                      ad_label: "true"
                    story: [{zh-Hant: 書到了。, en: Books are in.}]
                    coupon:
                      pool: AUT26
                      needs: none
                      expires: 14d
                      terms: "{link.privacy}"
                      say: {zh-Hant: "拿去：{code}", en: "Here: {code}"}
                      gone: {zh-Hant: 沒了。, en: Gone.}
                    share:
                      reward: none
                      poster: img/mo.svg
                      say: {zh-Hant: 傳給朋友。, en: Pass it on.}
                    testimony:
                      after: {event: delivered, days: 5}
                      reward: none
                      ask: {zh-Hant: 好看嗎？, en: How was it?}
                      consent: {uses: [wall], name: [none, nickname], revoke: any-time}
                      staff: must-disclose
                followups:
                  sleepy:
                    after: {idle_days: 60}
                    class: promo
                    purpose: reactivate
                    only_if: [opted_in, window_open]
                    cap: {week: 1}
                    quiet: "21:30-09:30"
                    say: {zh-Hant: 還看書嗎？, en: Still reading?}
                community:
                  group:
                    who: [loyal]
                    invite: {zh-Hant: 來讀書會嗎？, en: Join us?}
                """);
    }

    @Test
    void readsACampaignWithItsWordsInEveryLanguage() {
        var autumn = Objects.requireNonNull(pao.outreach().campaigns().get("autumn"));

        assertThat(autumn.plan().runs())
                .isEqualTo(new Runs(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 15), ZoneId.of("Asia/Taipei")));
        assertThat(autumn.plan().adLabel()).isTrue();
        assertThat(autumn.story()).extracting(words -> words.in("en")).contains("Rain made it late.");
        assertThat(autumn.gift()).isInstanceOfSatisfying(Coupon.class, coupon -> {
            assertThat(coupon.expires()).isEqualTo(Period.ofDays(14));
            assertThat(coupon.say().in("zh-Hans")).isEqualTo("给你一张九折券，14天内用：{code}");
        });
        assertThat(autumn.testimony()).satisfies(asked -> {
            assertThat(asked.after()).isEqualTo(new Trigger.Event("delivered", Period.ofDays(5)));
            assertThat(asked.consent())
                    .isEqualTo(new Campaign.Consent(List.of("wall", "h5"), Set.of("none", "nickname", "full"), true));
        });
    }

    @Test
    void readsFollowUpsTheGroupAndWhatIsOfferedToTheHappy() {
        var sleepy = Objects.requireNonNull(pao.outreach().followUps().get("sleepy"));

        assertThat(sleepy.after()).isEqualTo(new Trigger.Silence(Period.ofDays(60)));
        assertThat(sleepy.kind()).isEqualTo(Kind.PROMO);
        assertThat(sleepy.cap()).isEqualTo(new Cap(1, ChronoUnit.WEEKS));
        assertThat(Objects.requireNonNull(sleepy.quiet()).covers(LocalTime.of(23, 0)))
                .isTrue();
        assertThat(sleepy.quiet().covers(LocalTime.NOON)).isFalse();
        assertThat(Objects.requireNonNull(pao.outreach().group()).invite().in("en"))
                .isEqualTo("Our tasting group for regulars. Coming?");
        assertThat(pao.outreach().offers().get("happy")).contains("campaigns.autumn.share");
    }

    @Test
    void readsASeatAndWhatIsSinceLongAgo() {
        var orvanne = Objects.requireNonNull(
                        new PersonaReader().read(Path.of("personas/orvanne")).persona())
                .outreach();

        assertThat(Objects.requireNonNull(orvanne.campaigns().get("letters")).gift())
                .isInstanceOfSatisfying(
                        Campaign.Invitation.class,
                        invitation -> assertThat(invitation.seats()).isEqualTo(12));
        assertThat(Objects.requireNonNull(orvanne.followUps().get("care_due")).after())
                .isEqualTo(new Trigger.Since("care", Period.ofMonths(18)));
        assertThat(orvanne.group()).isNull();
    }

    @Test
    void takesWhatIsWrittenRight() {
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repurchase | repurchases | :4: repurchases cannot stand here: did you mean repurchase?",
                "'who: [loyal]\n      runs' | 'who: [loyals]\n      runs' | ':5: there is no audience loyals: did you mean loyal?'",
                "2026-10-15 | 2026-09-31 | :6: 2026-09-31 is no date.",
                "2026-10-15 | 2026-09-15 | :6: 2026-09-15 is before 2026-10-01.",
                "'tz: Asia/Taipei' | 'tz: Asia/Tapei' | ':6: Asia/Tapei is no time zone: did you mean Asia/Taipei?'",
                "'ad_label: \"true\"' | 'ad_label: \"maybe\"' | ':7: maybe cannot stand here'",
                "pool: AUT26 | pool: AUT 26 | :10: AUT 26 is no name of a pool.",
                "needs: none | needs: nothing | :11: nothing cannot stand here",
                "expires: 14d | expires: soon | :12: soon is no number of days.",
                "link.privacy | link.privat | :13: there is no link privat: did you mean privacy?",
                "img/mo.svg | img/no.svg | :18: there is no file img/no.svg",
                "'event: delivered' | 'event: It came' | ':21: It came is no name of something that happens.'",
                "'days: 5' | 'week: 5' | ':21: nobody knows the key week here.'",
                "revoke: any-time | revoke: never | :24: never cannot stand here",
                "'idle_days: 60' | 'idle_days: 60, days_since_care: 3' | ':28: one thing has to happen first, here are 2.'",
                "opted_in | opted_on | :31: opted_on cannot stand here: did you mean opted_in?",
                "'cap: {week: 1}' | 'cap: {week: 1, day: 1}' | ':32: a cap is so many in one day'",
                "21:30-09:30 | 21:30-25:00 | :33: 21:30-25:00 are no quiet hours.",
                "class: promo | kind: promo | :29: nobody knows the key kind here",
            })
    void tellsWhatIsWrittenWrong(String from, String to, String told) {
        mo.change(AUTUMN, from, to);

        assertThat(errors()).anySatisfy(error -> assertThat(error).startsWith("mo/" + AUTUMN + told));
    }

    @Test
    void keepsToThePurposesOfTheBrand() {
        mo.write("lines/position.yaml", "positioning:\n  kind: consumer\n  purposes: [acquire, reactivate]\n");

        assertThat(errors())
                .containsExactly("mo/campaigns/autumn.yaml:4: repurchase is none of positioning: purposes."
                        + " Write instead: one of acquire, reactivate");
    }

    @Test
    void tellsAnOfferOfNothing() {
        mo.write("lines/felt.yaml", "feelings:\n  happy:\n    offer: [campaigns.autumn.shares]\n");

        assertThat(errors()).singleElement().asString().contains("did you mean campaigns.autumn.share?");
    }

    @Test
    void missesNothingThatTheLintHasWordsFor() {
        mo.change(AUTUMN, POSTER, "").change(AUTUMN, "      ad_label: \"true\"\n", "");

        assertThat(errors()).isEmpty();
    }

    @Test
    void aTestMayNameWhatIsNotSent() {
        mo.change("tests/people.yaml", "tests:\n", """
                tests:
                  - name: quiet
                    chat: [{they: 你是真人嗎}]
                    then: {not_sent: [campaigns.autumn, campaigns.winter], lint: clean}
                """);

        assertThat(errors()).singleElement().asString().contains("there is no campaign or follow-up campaigns.winter");
    }

    private List<String> errors() {
        return mo.read().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(Problem::toString)
                .toList();
    }
}
