package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.DeskDrafts;
import io.renhua.handoff.Draft;
import io.renhua.handoff.Draft.Saved;
import io.renhua.handoff.Draft.Written;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.journal.Happening.Noted;
import io.renhua.message.Content;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What agents have begun to write, on several devices and through changes of hands. */
@ParameterizedClass
@EnumSource(Database.class)
class DeskDraftsTest {
    private final Room room;
    private final DeskDrafts drafts;
    private int messages;

    DeskDraftsTest(Database database) {
        room = Room.attended(database);
        drafts = room.at.drafts;
        room.agents.seen("lin");
        room.live.claim(PERSON, "lin", "Lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void isFoundOnEveryDeviceByItsWriterAlone() {
        writes("lin", "我看一下");

        assertThat(draft("lin")).extracting(Draft::words, Draft::note).containsExactly("我看一下", false);
        assertThat(draft("wu")).isNull();
    }

    @Test
    void anotherDevicesWordsAreNotOverwritten() {
        var first = writes("lin", "我看");
        save("lin", "我看一下", first);

        var late = save("lin", "我去查", first);

        assertThat(late).isEqualTo(new Saved.Elsewhere(Objects.requireNonNull(draft("lin"))));
        assertThat(draft("lin")).extracting(Draft::words).isEqualTo("我看一下");
        assertThat(save("lin", "我去查", draft("lin"))).isInstanceOf(Saved.Kept.class);
        assertThat(draft("lin")).extracting(Draft::words).isEqualTo("我去查");
    }

    @Test
    void twoStatesAreToldApartEvenWithinAMoment() {
        var first = writes("lin", "我");
        var second = writes("lin", "我看", first);

        assertThat(second.at()).isAfter(first.at());
    }

    @Test
    void nothingIsLeftOfWhatWasEmptied() {
        var draft = writes("lin", "我看");

        assertThat(save("lin", " ", draft)).isEqualTo(new Saved.Kept(null));

        assertThat(draft("lin")).isNull();
    }

    @Test
    void nothingIsLeftOfWhatWasSaidOrNoted() {
        writes("lin", "我看一下。 ");
        says("lin", "我看一下。");
        assertThat(draft("lin")).isNull();

        writes("lin", "老客人", true, null);
        room.replies.note(PERSON, "lin", "老客人");
        assertThat(draft("lin")).isNull();
    }

    @Test
    void whatElseWasWrittenStaysWhenSomethingIsSaid() {
        writes("lin", "還有一件事");
        says("lin", "好的。");

        assertThat(draft("lin")).extracting(Draft::words).isEqualTo("還有一件事");
    }

    @Test
    void aColleaguesReplyOvertakesAReplyButNoNote() {
        room.live.transfer(PERSON, "lin", new Receiver("wu", null));
        writes("lin", "三天內到");
        writes("mei", "她很急", true, null);
        room.live.claim(PERSON, "wu", "Wu");

        says("wu", "明天到。");

        assertThat(draft("lin")).isNull();
        assertThat(former("lin")).isEqualTo("三天內到 / Wu");
        assertThat(draft("mei")).extracting(Draft::words).isEqualTo("她很急");
        assertThat(former("mei")).isNull();
    }

    @Test
    void thePersonasAnswerOvertakesAReplyButNotItsWordsAboutWhoComesAndGoes() {
        writes("lin", "三天內到");
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);
        assertThat(former("lin")).isNull();

        they("推薦一本書");

        assertThat(former("lin")).startsWith("三天內到 / ");
    }

    @Test
    void whatIsWrittenAnewDoesNotThrowAwayWhatWasOvertaken() {
        var draft = overtaken();

        save("lin", "還有", draft);

        assertThat(draft("lin")).extracting(Draft::words).isEqualTo("還有");
        assertThat(former("lin")).isEqualTo("三天內到 / Wu");
        drafts.dropFormer(PERSON, "lin");
        assertThat(former("lin")).isNull();
        assertThat(draft("lin")).extracting(Draft::words).isEqualTo("還有");
    }

    @Test
    void whatWasOvertakenCanBeTakenAgainOrDropped() {
        var draft = overtaken();

        save("lin", draft.words(), draft);
        assertThat(former("lin")).isNull();
        assertThat(draft("lin")).extracting(Draft::words).isEqualTo("三天內到");

        says("wu", "真的。");
        drafts.dropFormer(PERSON, "lin");
        assertThat(drafts.of(PERSON, "lin")).isEqualTo(new Draft.Found(null, null));
    }

    @Test
    void whoeverTakesItOverReadsOnceWhatWasBegun() {
        writes("lin", "三天內到");

        room.live.transfer(PERSON, "lin", new Receiver("wu", null));
        assertThat(begun()).isEmpty();
        room.live.claim(PERSON, "wu", "Wu");
        assertThat(begun()).containsExactly("lin: 三天內到");
        room.live.transfer(PERSON, "wu", new Receiver("mei", null));
        room.live.claim(PERSON, "mei", "Mei");

        assertThat(begun()).hasSize(1);
    }

    @Test
    void whoeverWasCutOffDoesNotTakeTheirWordsWithThem() {
        writes("lin", "三天內到");
        they("還在嗎");
        room.clock.advance(Duration.ofSeconds(121));
        room.at.watch.look();
        assertThat(owner()).isInstanceOf(Queued.class);

        room.live.claim(PERSON, "wu", "Wu");

        assertThat(begun()).containsExactly("lin: 三天內到");
    }

    @Test
    void whoeverGetsTheirOwnBackReadsNoNoteOfIt() {
        writes("lin", "三天內到");
        they("還在嗎");
        room.clock.advance(Duration.ofSeconds(121));
        room.at.watch.look();

        room.live.claim(PERSON, "lin", "Lin");
        assertThat(begun()).isEmpty();
        assertThat(draft("lin")).isNotNull();

        room.live.assign(PERSON, "olga", "wu", "Wu", "lunch");
        assertThat(begun()).containsExactly("lin: 三天內到"); // they lost it again, and this time for good
    }

    @Test
    void whatWasWrittenOnIsTold() {
        var draft = writes("lin", "三天內到");
        room.live.assign(PERSON, "olga", "wu", "Wu", "lunch");
        save("lin", "三天內到，真的", draft);

        room.live.assign(PERSON, "olga", "mei", "Mei", "lunch");

        assertThat(begun()).containsExactly("lin: 三天內到", "lin: 三天內到，真的");
    }

    @Test
    void notesAreNoReplies() {
        writes("lin", "她很急", true, null);

        room.live.assign(PERSON, "olga", "wu", "Wu", "lunch");

        assertThat(begun()).isEmpty();
        assertThat(draft("lin")).isNotNull();
    }

    @Test
    void whatWasGivenBackToThePersonaIsNobodysAfterwards() {
        writes("lin", "三天內到");
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);

        room.live.claim(PERSON, "wu", "Wu");

        assertThat(begun()).isEmpty();
        assertThat(draft("lin")).isNotNull();
    }

    @Test
    void nothingStaysWithWhatIsOver() {
        writes("lin", "三天內到");
        writes("wu", "她很急", true, null);
        room.live.resolve(PERSON, "lin", "parcel");
        assertThat(draft("lin")).isNotNull(); // it can be taken back

        room.clock.advance(Duration.ofSeconds(31));
        room.alarms.ring(PERSON);

        assertThat(room.count("draft")).isZero();
    }

    @Test
    void nothingStaysWhereTheyWriteAgainAfterTheEnd() {
        writes("lin", "三天內到");
        room.live.resolve(PERSON, "lin", "parcel");

        they("推薦一本書");

        assertThat(room.count("draft")).isZero();
    }

    @Test
    void isForgottenAfterThirtyDays() {
        writes("lin", "三天內到");
        room.clock.advance(Duration.ofDays(30));
        writes("wu", "她很急", true, null);
        assertThat(drafts.forget()).isZero();

        room.clock.advance(Duration.ofMillis(1));

        assertThat(drafts.forget()).isEqualTo(1);
        assertThat(draft("wu")).isNotNull();
    }

    /** Lin's draft, since which Wu has answered. */
    private Draft overtaken() {
        var draft = writes("lin", "三天內到");
        room.live.assign(PERSON, "olga", "wu", "Wu", "lunch");
        says("wu", "明天到。");
        return draft;
    }

    private Draft writes(String login, String words) {
        return writes(login, words, null);
    }

    private Draft writes(String login, String words, @Nullable Draft before) {
        return writes(login, words, false, before);
    }

    private Draft writes(String login, String words, boolean note, @Nullable Draft before) {
        var written = new Written(words, note, end(), before == null ? null : before.at());
        return Objects.requireNonNull(((Saved.Kept) drafts.save(PERSON, login, written)).draft());
    }

    private Saved save(String login, String words, @Nullable Draft before) {
        return drafts.save(PERSON, login, new Written(words, false, end(), before == null ? null : before.at()));
    }

    private long end() {
        return room.journal.last(PERSON, 1).getLast().seq();
    }

    private @Nullable Draft draft(String login) {
        return drafts.of(PERSON, login).draft();
    }

    private @Nullable String former(String login) {
        var former = drafts.of(PERSON, login).former();
        return former == null ? null : former.draft().words() + " / " + former.by();
    }

    private List<String> begun() {
        return room.happened(Noted.class).stream()
                .filter(noted -> noted.kind().equals(DeskDrafts.BEGUN))
                .map(noted -> noted.actor() + ": " + noted.why())
                .toList();
    }

    private Object owner() {
        return room.desk.ownerOf(PERSON);
    }

    private void says(String login, String words) {
        var alias = Character.toUpperCase(login.charAt(0)) + login.substring(1);
        room.replies.reply(PERSON, login, alias, "m" + messages++, new Content.Text(words));
    }

    private void they(String words) {
        room.handler().handle(room.arrives("in" + messages++, words));
    }
}
