package io.renhua.dialogue;

import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import io.renhua.text.Han;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that mean the same whatever the persona: yes, no, skip, never mind. In all our languages at once. */
final class EverydayWords {
    private static final Pattern CLAUSE = Pattern.compile("[\\p{Punct}，。、；：！？…～\\n&&[^']]+|\\s+(?=\\p{IsHan})");

    /** Possessive: however long, no stack. */
    private static final Pattern SOFTENED = Pattern.compile("(?:谢谢|那|就|吧|啦|了|喔|哦|呀|啊|嗯|我|先)*+");

    private static final Set<String> YES = keys("""
            好,好的,好啊,好呀,好喔,好哦,可以,可以的,是,是的,對,對的,沒錯,嗯,嗯嗯,行,行啊,沒問題,確定,確認,麻煩了,麻煩你,麻煩您,
            yes,y,yep,yeah,yup,yes please,please do,sure,ok,okay,right,correct,confirm,no problem,go ahead,sounds good""");
    private static final Set<String> NO = keys("""
            不,不要,不用,不用了,不好,不是,不對,不行,不可以,否,錯了,
            no,n,nope,nah,wrong,no thanks,no thank you,not really""");
    private static final Set<String> SKIP = keys("""
            不用,不用了,不要,略過,跳過,不說,不想說,不方便,不告訴你,保密,沒有,無,隨便,都可以,
            skip,pass,no,nope,none,no thanks,not now,rather not,I would rather not,I'd rather not""");
    private static final Set<String> CANCEL = keys("""
            算了,不用了,不必了,取消,不等了,不找了,沒事了,
            never mind,nevermind,cancel,forget it,no need,don't bother,stop waiting""");

    private EverydayWords() {}

    static boolean yes(String said) {
        return among(YES, said);
    }

    static boolean no(String said) {
        return among(NO, said);
    }

    static boolean skip(String said) {
        return among(SKIP, said);
    }

    static boolean cancel(String said) {
        return among(CANCEL, said);
    }

    /** Whether nothing was said but one of these, or a word by which the script's forms are left. */
    static boolean alone(Persona persona, String said) {
        var key = Fold.key(said);
        var cancels = persona.forms().values().stream()
                .flatMap(form -> form.cancel().values().stream())
                .flatMap(Collection::stream)
                .map(Fold::key)
                .collect(Collectors.toSet());
        return Stream.of(YES, NO, SKIP, CANCEL, cancels).anyMatch(keys -> keys.contains(key) || madeOf(keys, key));
    }

    /** Whether a message is one of the script's words, or begins or ends with one as a clause of its own. */
    static boolean among(Map<String, List<String>> byLocale, String said) {
        return among(
                byLocale.values().stream()
                        .flatMap(Collection::stream)
                        .map(Fold::key)
                        .collect(Collectors.toSet()),
                said);
    }

    private static boolean among(Set<String> keys, String said) {
        var clauses = CLAUSE.split(said);
        var first = clauses.length == 0 ? "" : clauses[0];
        var last = clauses.length == 0 ? "" : clauses[clauses.length - 1];
        return Stream.of(said, first, last).map(Fold::key).anyMatch(key -> !key.isEmpty() && keys.contains(key))
                || madeOf(keys, Fold.key(said));
    }

    /** 'Never mind, I won't look it up' in Chinese: the words one after the other, with what softens them. */
    private static boolean madeOf(Set<String> keys, String said) {
        var rest = said;
        for (var key : keys.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
                .toList()) {
            rest = key.codePoints().allMatch(Han::isHan) ? rest.replace(key, "") : rest;
        }
        return !rest.equals(said) && SOFTENED.matcher(rest).matches();
    }

    private static Set<String> keys(String words) {
        return Stream.of(words.split(",")).map(Fold::key).collect(Collectors.toUnmodifiableSet());
    }
}
