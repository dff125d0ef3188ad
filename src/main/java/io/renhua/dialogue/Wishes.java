package io.renhua.dialogue;

import io.renhua.text.Fold;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What anybody may ask of any persona about themselves, said with nothing else. In all our languages at once. */
final class Wishes {
    private static final Set<String> STOP = keys("""
            td,stop,stop all,stopall,unsubscribe,opt out,optout,stop messaging me,stop texting me,remove me from your list,
            退訂,取消訂閱,取消關注通知,停止推播,不要再傳訊息給我,不要再傳訊息,別再傳訊息給我,別再傳了,不要再發訊息給我,
            不想再收到訊息,不想收到廣告,不要再傳廣告給我,取消关注通知,停止推送,不要再发消息给我,不要再给我发消息,
            别再给我发消息,别再发消息给我,别再发了,不想再收到消息,不想收到广告,不要再给我发广告""");

    private static final Set<String> START = keys("""
            start,subscribe,resubscribe,opt in,恢復訂閱,重新訂閱,訂閱,恢复订阅,重新订阅,订阅""");

    private static final Set<String> ERASE = keys("""
            forget me,please forget me,delete my data,erase my data,delete all my data,delete my information,erase me,
            delete my chat history,忘記我,忘了我,請忘記我,把我忘了,刪除我的資料,刪掉我的資料,請刪除我的資料,把我的資料刪掉,
            把我的資料刪除,刪除我的個資,刪除我的紀錄,刪除我的對話紀錄,忘记我,请忘记我,删除我的数据,删除我的资料,删掉我的数据,
            请删除我的数据,把我的数据删掉,把我的数据删除,删除我的个人信息,删除我的记录,删除我的聊天记录""");

    private Wishes() {}

    /** To hear nothing that they did not ask for. */
    static boolean stop(Turn turn) {
        return said(turn, STOP);
    }

    /** To hear of it again. */
    static boolean start(Turn turn) {
        return said(turn, START);
    }

    /** To be forgotten. */
    static boolean erase(Turn turn) {
        return said(turn, ERASE);
    }

    private static boolean said(Turn turn, Set<String> keys) {
        return turn.pressed() == null && keys.contains(Fold.key(turn.words()));
    }

    private static Set<String> keys(String words) {
        return Stream.of(words.split("[,\\n]+")).map(Fold::key).collect(Collectors.toUnmodifiableSet());
    }
}
