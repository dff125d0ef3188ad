package io.renhua.lint;

import io.renhua.persona.Problem.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every rule there is: what holds in a good script, and why. The page {@code src/docs/lint.md} and what machines are given
 * are made of these words.
 */
public enum Rule {
    S1(
            Severity.ERROR,
            "Keys and values have the form that the reader knows",
            "A key nobody knows is a sentence nobody says."),
    S2(
            Severity.ERROR,
            "What is named exists: lines, forms, pictures, tables, word packs, placeholders",
            "A name that nothing has ends a chat in silence. The nearest name that something has is proposed."),
    S3(
            Severity.ERROR,
            "A placeholder that may be empty has words for that",
            "Without them somebody reads a gap. Write {name|what is said without one}."),
    S4(
            Severity.WARNING,
            "Every language has words of its own, read by somebody",
            "What is converted from another script is marked as unreviewed, and an offered language without words is missing."),
    S5(
            Severity.ERROR,
            "Pictures, videos and voices say what they show",
            "Who cannot see or hear them gets nothing else."),
    S6(
            Severity.WARNING,
            "Every variant can be seen by somebody",
            "An earlier condition, the tone, or anger that brings a person first keeps it from everybody. So is nobody whoever is"
                    + " always another audience first, and hears nobody a variant for any other result where each has its own."),
    S7(
            Severity.ERROR,
            "Whatever the facts are, a line has something to say",
            "One variant stands without if and channel, or the conditions cover everything; one of them is no joke, else it is a"
                    + " warning; nobody falls silent before a"
                    + " word was said; and some line says what a form looked up or had done. An action that failed is held to it too."),
    S8(
            Severity.WARNING,
            "Every file of the folder is used",
            "A picture that nothing names is often one that somebody forgot to name. A drawing beside the picture made of it"
                    + " counts as used."),
    S9(
            Severity.WARNING,
            "Traditional text holds no simplified characters, and the reverse",
            "Only what is certainly wrong is told: 群, 里 and 台 are at home in both."),
    S10(
            Severity.ERROR,
            "Labels and quick replies fit the strictest platform, and say what happens",
            "LINE and Messenger show 20 characters and 13 quick replies; the rest is cut. A label that names a thing, on a card"
                    + " too, is a warning."),
    S11(
            Severity.WARNING,
            "A lint-ok names a rule, has a reason and silences something",
            "Who means it so says why. One that silences nothing any more would hide the next finding, and L2 and L8 are silenced"
                    + " by none."),
    U1(
            Severity.ERROR,
            "An example is answered by its own line",
            "The classifier that has learnt the script takes it for another, so whoever says it hears the wrong answer."),
    U2(
            Severity.ERROR,
            "A line does not ask for what it refuses",
            "The sentence stands under asks and under not of one line, or the classifier that has learnt the script takes it for"
                    + " that line all the same."),
    U3(
            Severity.ERROR,
            "A line has five examples or more in every language",
            "Fewer teach little; with none nobody can say it, which is an error."),
    U4(
            Severity.WARNING,
            "Two lines can be told apart",
            "The classifier would ask back between them for several of their own examples, or half of these are more like the"
                    + " other's than like their own. Make them one line with a condition, or give each what only it means."),
    U5(
            Severity.ERROR,
            "An example stands once",
            "Punctuation, width and script make no other sentence of it; under two lines it is an error."),
    U6(Severity.ERROR, "A value belongs to one entity of a line", "Where two could take it, which one does is chance."),
    U7(
            Severity.INFO,
            "Examples hold nothing personal",
            "A name, number or address of somebody real has no business in a script. The masked sentence is proposed."),
    T1(
            Severity.ERROR,
            "Bubbles and replies are short, or have a short",
            "What is too long for a channel is cut there."),
    T2(Severity.WARNING, "Sentences are short", "They are read while walking."),
    T3(
            Severity.ERROR,
            "People are addressed in one way",
            "你 and 您 in one chat are two people speaking. Contractions where there are to be none, titles that no text"
                    + " uses, and requests that address nobody where respectful is 4, are warnings."),
    T4(
            Severity.ERROR,
            "Emoji, marks and particles keep the measure of the tone",
            "They are a voice's loudness. An emoji counts once, of however many characters it is made."),
    T5(
            Severity.WARNING,
            "The words of this brand, and none that it avoids",
            "The preferred word is proposed. What positioning: never names, such as a discount, is told too, unless a sentence"
                    + " denies it."),
    T6(
            Severity.WARNING,
            "People talk like people, not like press releases",
            "Told are opening formulas, three adjectives in a row, more than a tenth of passive sentences, and 140 characters"
                    + " without a 'you'. human: no_press_release: false switches it off."),
    T7(
            Severity.WARNING,
            "The answer comes first",
            "Thanks for the question is no answer to it. Told where human: answer_first is true."),
    T8(
            Severity.WARNING,
            "One question at a time",
            "Who asks two things gets one answer. human: one_question_per_reply: false switches it off."),
    T9(
            Severity.ERROR,
            "No jokes for people who are angry or sad, or about sensitive things",
            "Humour is for those who are in the mood."),
    T10(
            Severity.WARNING,
            "Variants begin differently",
            "Where over half of a line's variants begin alike, they sound like one sentence said again."),
    T11(
            Severity.INFO,
            "The texts sound as the sliders say",
            "Measured over all texts of a language: exclamation marks and emoji against enthusiastic; the length of sentences, bookish"
                    + " words and how hard it is to read against casual."),
    L1(
            Severity.ERROR,
            "No absolute terms about our goods",
            "China's Advertising Law forbids 国家级, 最高级, 最佳 and their kin. A variant with a claim that the law exempts"
                    + " (own-range, use-tip, graded, registered-name, award, dated-fact) and proof is a warning, unless it speaks of"
                    + " health or of money to be made."),
    L2(
            Severity.ERROR,
            "No effects on health, no promised returns",
            "Only medicine may promise the one, nobody the other; no proof makes it lawful for a shop, and no lint-ok silences it."),
    L3(
            Severity.ERROR,
            "Nothing is given for sharing, following or liking",
            "Platforms close accounts for it, and it makes advertisers of people who are not told so. Give it to everybody, and let the wish stand by itself."),
    L4(
            Severity.ERROR,
            "Praise is not paid for, and testimony is given by consent",
            "Told are rewards for good reviews, testimony without consent that can be taken back, and staff who need not say that they are staff."),
    L5(
            Severity.ERROR,
            "A campaign is marked as advertising, and says until when, on which terms, and what if there is none left",
            "Who cannot read the terms was promised something else."),
    L6(
            Severity.ERROR,
            "Whom we take somebody for changes words, never price or terms",
            "A price that only some people hear, by audience, tag or feeling, is told, and so are the same codes on other terms."),
    L7(
            Severity.ERROR,
            "Competitors are neither named nor belittled",
            "The pack rival-names of the persona says who they are."),
    L8(
            Severity.ERROR,
            "The persona never claims to be human, and locked items mean what they must",
            "It says what it is when asked, and in a crisis names a number and brings a person. What identity: facts:"
                    + " never_claims holds, no text claims either. No lint-ok silences it."),
    L9(
            Severity.ERROR,
            "Who did not ask hears from us only if they said yes, not too often, not at night, and can end it with a word",
            "Promotional follow-ups need only_if: [opted_in], cap, quiet, and the way out in the text itself."),
    L10(
            Severity.ERROR,
            "A question for something personal says why",
            "Papers of identity, cards and accounts are never asked for in a chat, in no text, which is an error. Where human:"
                    + " never_ask_personal is true, nothing personal is asked for outside a form."),
    L11(
            Severity.WARNING,
            "No word of a sensitive pack in our own texts",
            "Found in any dress, but only where it stands whole. On its way out such a text is held back."),
    L12(
            Severity.ERROR,
            "The script says how long words are kept, and that is not too long",
            "What is kept without an end is kept without a basis. The longest stands in the packs named retention, by region."),
    L13(
            Severity.WARNING,
            "What is promised can be proved",
            "終身, 保證, guaranteed: give the variant a proof, a file or an address, or say it smaller."),
    L14(
            Severity.ERROR,
            "Nothing is sold to minors, nor to who is in danger or unhappy",
            "Told are campaigns and groups for audiences of minors, no minors_under where something is sold, offers to angry and sad people, and buttons under the words of a crisis that lead back to the shop."),
    C1(
            Severity.ERROR,
            "Everybody can leave a form, and it ends",
            "Cancel words, an expiry, and a person after some tries."),
    C2(Severity.ERROR, "Who is never understood reaches a person", "The last tier of unknown hands off."),
    C3(Severity.ERROR, "A way to a person stands in greeting, menu or second tier", "Nobody has to guess the word."),
    C4(Severity.ERROR, "A handoff has words for queued, joined, closed and back", "Silence there is felt as the end."),
    C5(
            Severity.WARNING,
            "Where nobody is in, the words say when somebody will be",
            "Hours with gaps or holidays need {opens} in handoff: say: closed. A calendar of holidays over 60 days old, or with none to come, is told."),
    C6(
            Severity.WARNING,
            "A question has something that takes its answer",
            "Quick replies, a card's button, a form, or a line that does something with a yes; of a choice, each end is in an example."
                    + " A question of what or which may be answered by anything."),
    C7(
            Severity.ERROR,
            "What we say first can be said when it is due",
            "Most platforms let nobody speak first for long after the last word. only_if: [window_open] waits for it, a template that the platform approved does not have to."),
    C8(
            Severity.WARNING,
            "Each form, handoff reason, locked item and campaign has a test",
            "What is tested keeps working while the script grows. A campaign is tested by a chat that it is not_sent in,"
                    + " a reason that comes by feeling or tag by one where it does."),
    C9(Severity.ERROR, "The script's tests go as written", "A chat that goes another way is a promise broken.");

    private final Severity severity;
    private final String holds;
    private final String why;

    Rule(Severity severity, String holds, String why) {
        this.severity = severity;
        this.holds = holds;
        this.why = why;
    }

    /** The gravest that it finds. */
    public Severity severity() {
        return severity;
    }

    /** Whether nobody can mean it so: what keeps people from harm is silenced by no remark. */
    boolean neverMeant() {
        return this == L2 || this == L8;
    }

    /** What holds in a good script. */
    public String holds() {
        return holds;
    }

    /** Why, and what to do. */
    public String why() {
        return why;
    }

    /** The rule of that code; empty for a code that no rule has. */
    public static Optional<Rule> of(String code) {
        return Stream.of(values()).filter(rule -> rule.name().equals(code)).findFirst();
    }
}
