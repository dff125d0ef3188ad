package io.renhua.dialogue;

import io.renhua.text.Fold;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that mean the same whatever the persona: yes, no, skip, never mind. In all our languages at once. */
final class EverydayWords {
    private static final Set<String> YES = keys(
            "好",
            "好的",
            "好啊",
            "好呀",
            "好喔",
            "好哦",
            "可以",
            "可以的",
            "是",
            "是的",
            "對",
            "對的",
            "嗯",
            "嗯嗯",
            "行",
            "行啊",
            "沒問題",
            "沒錯",
            "確定",
            "確認",
            "麻煩了",
            "麻煩你",
            "麻煩您",
            "yes",
            "y",
            "yep",
            "yeah",
            "yup",
            "sure",
            "ok",
            "okay",
            "right",
            "correct",
            "confirm",
            "please do",
            "yes please",
            "no problem",
            "go ahead",
            "sounds good");
    private static final Set<String> NO = keys(
            "不",
            "不要",
            "不用",
            "不用了",
            "不是",
            "不對",
            "不行",
            "不可以",
            "否",
            "錯了",
            "no",
            "n",
            "nope",
            "nah",
            "wrong",
            "no thanks",
            "no thank you",
            "not really",
            "不好");
    private static final Set<String> SKIP = keys(
            "不用",
            "不用了",
            "略過",
            "跳過",
            "不說",
            "不想說",
            "不方便",
            "不告訴你",
            "沒有",
            "無",
            "隨便",
            "都可以",
            "skip",
            "pass",
            "no",
            "none",
            "nope",
            "no thanks",
            "not now",
            "i would rather not",
            "id rather not",
            "rather not",
            "不要",
            "保密");
    private static final Set<String> CANCEL = keys(
            "算了",
            "不用了",
            "取消",
            "不等了",
            "沒事了",
            "不找了",
            "不必了",
            "never mind",
            "nevermind",
            "cancel",
            "forget it",
            "no need",
            "dont bother",
            "stop waiting");

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
        var clauses = said.split("[\\p{Punct}，。、；：！？…～\\n&&[^']]+|\\s+(?=\\p{IsHan})");
        return Stream.of(
                        said,
                        clauses.length == 0 ? "" : clauses[0],
                        clauses.length == 0 ? "" : clauses[clauses.length - 1])
                .map(Fold::key)
                .anyMatch(key -> !key.isEmpty() && keys.contains(key));
    }

    private static Set<String> keys(String... words) {
        return Stream.of(words).map(Fold::key).collect(Collectors.toUnmodifiableSet());
    }
}
