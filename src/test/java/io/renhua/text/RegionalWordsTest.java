package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese for one side of the strait is not that of the other in other characters: its words are its own. */
class RegionalWordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** In the characters of the mainland, as they come out where Taiwan's words are only converted. */
    private static final List<String> TAIWANS = words("""
            程式 资讯 预设 设定 档案 资料夹 资料库 网路 讯息 讯号 通讯录 软体 硬体 韧体 伺服器 连结 支援 萤幕 荧幕 品质 使用者
            透过 专案 介面 登入 登出 帐号 帐户 回覆 联络 滑鼠 列印 储存 选单 视窗 字元 字串 物件 函式 阵列 快取 记忆体 简讯
            巨集 频宽 连线 线上 搜寻 解析度 唯读 个资 最佳化 佇列 伫列 频道 汇出 汇入 游标 样版 范本 语系 自订 检视 部落格
            数位 连接埠 终端机 纪录 核准 指令 核取 栏位 标头 捷径 晶片 回传 萤光 网志 暱称 存档 一则 几则""");

    /** In the characters of Taiwan. */
    private static final List<String> MAINLANDS = words("""
            信息 默認 設置 文件夾 數據庫 網絡 軟件 硬件 固件 服務器 鏈接 屏幕 用戶 登錄 賬號 賬戶 回復 聯繫 鼠標 打印 字符 數組 緩存 內存
            短信 帶寬 在線客服 搜索 分辨率 只讀 隊列 導出 導入 光標 自定義 博客 端口 視頻 圖標 加載 激活 插件 缺省 調試 二維碼
            拉黑 刷屏 點贊 模板 界面 菜單 文檔 屏蔽 註銷 日誌 復選框 字段 快捷鍵 芯片 返回值 昵稱""");

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant"})
    void hasNoWordOfTheOtherSide(String language) {
        var others = language.equals("zh-Hans") ? TAIWANS : MAINLANDS;

        assertThat(texts(language))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(others).noneMatch(line::contains));
    }

    @Test
    void readsEveryKindOfText() {
        assertThat(files("zh-Hans").map(file -> RESOURCES.relativize(file).toString()))
                .anyMatch(file -> file.endsWith("phrases/zh-Hans/lint.txt"))
                .anyMatch(file -> file.endsWith("phrases/zh-Hans/help.txt"))
                .anyMatch(file -> file.endsWith("desk/words/zh-Hans.json"))
                .anyMatch(file -> file.endsWith("chat/words/zh-Hans.properties"))
                .anyMatch(file -> file.endsWith("standing-zh-Hans.yaml"));
    }

    /** Each line by its place. */
    private static List<String> texts(String language) {
        return files(language).flatMap(RegionalWordsTest::lines).toList();
    }

    private static Stream<Path> files(String language) {
        try (var found = Files.walk(RESOURCES)) {
            return found
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(language))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .map(i -> String.format(Locale.ROOT, "%s:%d: %s", file, i + 1, lines.get(i)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
