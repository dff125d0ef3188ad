package io.renhua.nlu;

import com.google.re2j.Pattern;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/** What somebody who was asked for a name answers: few words, with 'I am' and 'call me' taken away. */
final class PersonSeeker implements Seeker {
    private static final Pattern ANSWER = Pattern.compile(
            "^[\\s,.!，。！]*(?:(?:hi|hello|hey|你好|您好|嗨|哈囉|哈喽)[\\s,.!，。！~]*)?"
                    + "(?:(?:my name is|my name's|i am|i'm|im|this is|it is|it's|call me|you can call me|just call me|"
                    + "我的名字是|我名字是|我的名字叫|我叫做|我叫|我是|我姓|叫我|請叫我|请叫我|可以叫我|你可以叫我|您可以叫我|"
                    + "敝姓|免貴姓|免贵姓|稱呼我|称呼我)[\\s:：]*)?"
                    + "(\\p{L}[\\p{L}\\p{M}.'’·-]*?(?: \\p{L}[\\p{L}\\p{M}.'’·-]*?){0,3}?)"
                    + "(?:[\\s,，]*(?:please|thanks|thank you|就好了|就可以了|就好|就行了|就行|就可以|即可|吧|谢谢|謝謝))?[\\s.!。！~～]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_NAMES = Set.of(
            ("no nope yes yeah ok okay sure why what who skip later cancel nothing nobody never hi hello hey thanks stop "
                            + "help 不 不要 不用 不用了 不了 不行 不必 不说 不想 不想说 不告诉你 不方便 是 对 好 好的 嗯 可以 为什么 干嘛 什么 谁 "
                            + "随便 算了 取消 没有 不知道 你好 您好 谢谢 人工 客服 哈哈 等一下 稍等")
                    .split(" "));
    private static final int LONGEST_HAN = 6;

    private final String name;

    PersonSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var matcher = ANSWER.matcher(letters.plain());
        if (!matcher.find() || isNoName(matcher.group(1))) {
            return List.of();
        }
        var value = letters.original(matcher.start(1), matcher.end(1));
        return List.of(letters.entity(name, value, matcher.start(1), matcher.end(1)));
    }

    private static boolean isNoName(String said) {
        return NO_NAMES.contains(Letters.of(said).folded())
                || said.codePoints().filter(Character::isIdeographic).count() > LONGEST_HAN;
    }
}
