package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Menu;
import io.renhua.message.Choice;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * A menu as WeChat's custom menu (自定义菜单): three buttons, and where that is too few, the third opens five more. A press
 * comes back as a click with the key of what it leads to.
 *
 * @param buttons at the foot of the chat
 * @param more behind the third
 * @param leftOut what there is no room for, a sentence each
 */
record CustomMenu(String rest, List<Choice> buttons, List<Choice> more, List<String> leftOut) {
    private static final int BUTTONS = 3;
    private static final int MORE = 5;
    private static final int BUTTON_BYTES = 16;
    private static final int MORE_BYTES = 60;

    /** WeChat has one menu for all, and most who read it there read simplified characters. */
    static CustomMenu of(Menu menu) {
        var locale = menu.choices().containsKey("zh-Hans") ? "zh-Hans" : menu.standard();
        var rest = locale.startsWith("zh") ? "更多" : "More";
        var choices = menu.in(locale);
        if (choices.size() <= BUTTONS && choices.stream().allMatch(choice -> fits(choice, BUTTON_BYTES))) {
            return new CustomMenu(rest, choices, List.of(), List.of());
        }
        var buttons = choices.stream()
                .filter(choice -> fits(choice, BUTTON_BYTES))
                .limit(BUTTONS - 1L)
                .toList();
        var others =
                choices.stream().filter(choice -> !buttons.contains(choice)).toList();
        var more = others.stream()
                .filter(choice -> fits(choice, MORE_BYTES))
                .limit(MORE)
                .toList();
        var leftOut = new ArrayList<String>();
        others.stream()
                .filter(choice -> !more.contains(choice))
                .forEach(choice -> leftOut.add(tooMuch(choice).toString()));
        return new CustomMenu(rest, buttons, more, leftOut);
    }

    private static Wording tooMuch(Choice choice) {
        return fits(choice, MORE_BYTES)
                ? Wording.of("%s: WeChat's menu has room for two buttons and five behind the third.", choice.key())
                : Wording.of("%s: its label is longer than %s bytes: %s", choice.key(), MORE_BYTES, choice.label());
    }

    private static boolean fits(Choice choice, int bytes) {
        return choice.label().getBytes(UTF_8).length <= bytes;
    }

    /** What people will see. */
    List<String> shows() {
        var shows = new ArrayList<>(buttons.stream().map(Choice::label).toList());
        if (!more.isEmpty()) {
            shows.add(rest);
            more.forEach(choice -> shows.add("    " + choice.label()));
        }
        return shows;
    }

    ObjectNode body() {
        var body = JsonBody.object();
        var list = body.putArray("button");
        buttons.forEach(choice -> add(list, choice));
        if (!more.isEmpty()) {
            var behind = list.addObject().put("name", rest).putArray("sub_button");
            more.forEach(choice -> add(behind, choice));
        }
        return body;
    }

    private static void add(ArrayNode list, Choice choice) {
        list.addObject().put("type", "click").put("name", choice.label()).put("key", choice.key());
    }
}
