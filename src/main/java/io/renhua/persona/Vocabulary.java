package io.renhua.persona;

import java.util.List;

/** Every key a script may use, by the thing it belongs to. The JSON Schema has a definition of the same name for each. */
enum Vocabulary {
    PERSONA(
            "spec id version locales identity links labels positioning tone audiences entry entities lines forms look_ups actions"
                    + " shelf small_talk sensitive feelings handoff campaigns followups community disclosure privacy packs tests"),
    LOCALES("default offer derive"),
    IDENTITY("nickname brand is images facts"),
    IMAGES("avatar moods card video voice mascot spokesperson alt"),
    NATURE("knows likes weak_at never_claims"),
    POSITIONING("kind distance promise purposes never"),
    TONE("sliders address length emoji marks humour words human"),
    SLIDERS("funny casual respectful enthusiastic"),
    ADDRESS("use never contractions title_if_known"),
    LENGTH("sentence bubble reply bubbles screens"),
    EMOJI("max allow never_in"),
    MARKS("exclaim tilde ellipsis particles"),
    PARTICLES("allow max"),
    HUMOUR("level off_when"),
    WORDS("prefer avoid never"),
    HUMAN("answer_first one_question_per_reply no_press_release never_ask_personal"),
    AUDIENCE("when default rules"),
    ENTRY("first_contact follow scan back_after menu"),
    FIRST_CONTACT("say"),
    BACK_AFTER("days say short mood humour quick media card"),
    GREETING("say short mood humour quick media card"),
    SCAN("scene set say short mood humour quick media card"),
    ENTITY("pattern example values system mask personal"),
    LINE("locked asks not form says steps quick sets hands_off do promo"),
    STEP("text short mood humour quick media card do for"),
    VARIANT("if channel mood humour text short quick media card claim proof"),
    MEDIA("image video voice alt"),
    SHELF_PICTURE("image alt"),
    CARD("image title button"),
    BUTTON("label open"),
    FORM("slots cancel cancelled confirm digress expires does"),
    SLOT("name ask why retry quick must tries then optional"),
    MUST("after before open_at"),
    LOOK_UP("table by"),
    ACTION("gives returns remembers patience meanwhile failed"),
    FAILED("says hands_off"),
    UNKNOWN("tiers"),
    TIER("do mood humour text short quick media card"),
    FEELINGS("angry sad happy"),
    FEELING("when mood do once after offer cap"),
    FEELING_WHEN("score"),
    FEELING_DO("promo_off"),
    FEELING_AFTER("times do"),
    HANDOFF("hours explicit reasons tells_agent checklist say desk reopen rating"),
    EXPLICIT("asks steps"),
    REASON("queue to when priority on_call jump_queue prefer wait_max else"),
    REASON_WHEN("unknown within feeling times form_tries tag"),
    HANDOFF_SAY("queued joined closed back moving still_here"),
    RATING("ask thanks why noted"),
    CAMPAIGN("plan story coupon invitation h5 share testimony"),
    PLAN("purpose who runs ad_label"),
    RUNS("from to tz"),
    COUPON("pool each needs expires terms say gone"),
    INVITATION("each seats needs terms say gone"),
    H5("url ar qr title"),
    SHARE("reward poster max_asks say"),
    TESTIMONY("after reward ask consent staff"),
    CONSENT("uses name revoke"),
    FOLLOWUP("after class purpose only_if cap quiet say template"),
    CAP("day week month year"),
    COMMUNITY("group"),
    GROUP("who invite max_asks quiet_exit"),
    DISCLOSURE("first badge again"),
    BADGE("bot human"),
    AGAIN("turns hours"),
    PRIVACY("retain mask minors_under learn_from_chats"),
    RETAIN("chat media"),
    PACK("date region source words topics allow hotlines keep"),
    KEEP("most"),
    TEST("name given chat then"),
    GIVEN("channel locale at mock audience tag feeling said scene helped helped_topic profile agents"),
    BEAT("they we"),
    ENTERS("enters"),
    WE("line asks say contains not max emoji exclaim mood humour"),
    THEN("state form slots team not_sent lint brief_has after_next_angry"),
    AFTER_NEXT_ANGRY("state");

    private final String keys;

    Vocabulary(String keys) {
        this.keys = keys;
    }

    List<String> keys() {
        return List.of(keys.split(" "));
    }
}
