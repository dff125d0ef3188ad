package io.renhua.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What our sources say to operators, read from the code itself.
 *
 * @param sentences the English of each, as wordings have it
 * @param glued sentences that are put together of pieces, so that no language but English can say them
 * @param literals every text that stands in them
 */
record SpokenSource(Set<String> sentences, List<String> glued, Set<String> literals) {
    /** Two words with a blank between them: neither a key nor a path has one. */
    private static final Pattern PROSE = Pattern.compile("(^|[^\\w.])[a-z'%]+,? [A-Za-z]+([^\\w:]|$)");

    /** Pieces of a script, marks for a terminal, and what is asked of the store. */
    private static final Pattern CODE = Pattern.compile(
            "(?s)(\\{|@\\||[a-z_]+: [\\[{]|(select|insert|update|delete|xwhere|alter table|lock table|set local|x and"
                    + " due_at|listen|checkpoint|backup to|timestamp with|set idle_in_transaction_session_timeout|kafka-topics.sh) ).*");

    private static final Pattern VALUES_ALONE = Pattern.compile("x(\\W+x)*");

    private static final Pattern WORD = Pattern.compile("[a-z]+");

    /** Values and marks alone are the same in every language. */
    private static final Pattern LETTER = Pattern.compile("(?<!%)[A-Za-z]");

    /** Take names of things, a word each. */
    private static final Set<String> NAMING = Set.of("dangling", "known", "name", "share");

    /** Take patterns, what personas say, and what only programmers read. */
    private static final Set<String> SILENT = Set.of(
            "compile",
            "matches",
            "contains",
            "replaceAll",
            "replaceFirst",
            "split",
            "apart",
            "Claim",
            "super",
            "Performed.Failed",
            "getProperty",
            "IllegalArgumentException",
            "IllegalStateException",
            "UncheckedIOException");

    /** Hold what personas or programs say, or pages of the manual. */
    private static final Set<String> OF_OTHERS = Set.of(
            "Action",
            "Admission",
            "Contractions",
            "HumanClaim",
            "KeyPage",
            "Masking",
            "OpenQuestion",
            "Rule",
            "TiedReward",
            "Vocabulary");

    /** What personas and platforms say, the record keeps or measures tell, and threads are called, among what is said to operators. */
    private static final Set<String> ELSEWHERE = Set.of(
            "All right, we leave it there.",
            "another shop",
            "a picture of x",
            "Invalid reply token",
            "blocked by the user",
            "bot was kicked",
            "can't initiate conversation",
            "user is deactivated",
            "errands",
            "hooks",
            "intake",
            "learnt",
            "--config x=x",
            "Kafka at x",
            "SQL state x, error x",
            "hook x",
            "hook x x",
            "talk x",
            "x days",
            "pid x",
            "post",
            "publishing",
            "renhua bell",
            "store of x",
            "saved without mistakes",
            "files of versions",
            "publishing x",
            "x personas, models x kB, heap x of at most x MiB",
            "It is for everybody. If you like, x.",
            "x Reply STOP to end.",
            " Reply STOP to end.");

    static SpokenSource of(List<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var files = manager.getJavaFileObjectsFromPaths(
                    sources.stream().flatMap(SpokenSource::files).toList());
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, files);
            var ear = new Ear();
            task.parse().forEach(unit -> ear.scan(unit, null));
            return new SpokenSource(ear.sentences, ear.glued, ear.all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path source) {
        try (var found = Files.walk(source)) {
            return found.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens to one source after the other. */
    private static final class Ear extends TreePathScanner<Void, Void> {
        private static final String WORDING = "Wording.";
        private static final String LOG = "LOG.";

        private final Set<String> sentences = new TreeSet<>();
        private final Set<String> all = new TreeSet<>();
        private final List<String> glued = new ArrayList<>();

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            return OF_OTHERS.contains(type.getSimpleName().toString()) ? null : super.visitClass(type, null);
        }

        /** What a command's help says stands in annotations. */
        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            return variable.getName().contentEquals("HELP") ? null : super.visitVariable(variable, null);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            if (!isText(sum)) {
                return super.visitBinary(sum, null);
            }
            var parts = parts(sum).toList();
            var words = parts.stream().map(Ear::words).collect(Collectors.joining());
            if (parts.stream().allMatch(LiteralTree.class::isInstance)) {
                hear(words);
            } else if (isProse(words)
                    && !VALUES_ALONE.matcher(words).matches()
                    && !isSilent()
                    && !ELSEWHERE.contains(words)) {
                glued.add(words);
            }
            parts.stream().filter(part -> !(part instanceof LiteralTree)).forEach(part -> scan(part, null));
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String words) {
                hear(words);
            }
            return null;
        }

        private void hear(String words) {
            all.add(words);
            boolean said = (taker().equals(WORDING) && LETTER.matcher(words).find())
                    || (isProse(words) && !isSilent())
                    || (NAMING.contains(taker()) && WORD.matcher(words).matches());
            if (said && !words.isEmpty() && !ELSEWHERE.contains(words)) {
                sentences.add(words);
            }
        }

        private static boolean isProse(String words) {
            return PROSE.matcher(words).find() && !CODE.matcher(words).matches();
        }

        private boolean isSilent() {
            return taker().equals(LOG) || SILENT.contains(taker());
        }

        /** Who is given this, by name. */
        private String taker() {
            for (var path = getCurrentPath().getParentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof MethodInvocationTree call) {
                    var name = call.getMethodSelect().toString();
                    var method = name.substring(name.lastIndexOf('.') + 1);
                    return Stream.of(WORDING, LOG)
                            .filter(name::startsWith)
                            .findFirst()
                            .orElse(method);
                }
                if (path.getLeaf() instanceof NewClassTree made) {
                    return made.getIdentifier().toString();
                }
                if (path.getLeaf() instanceof ClassTree) {
                    return "";
                }
            }
            return "";
        }

        private static boolean isText(ExpressionTree tree) {
            return tree instanceof LiteralTree literal
                    ? literal.getValue() instanceof String
                    : tree instanceof BinaryTree sum
                            && sum.getKind() == Tree.Kind.PLUS
                            && (isText(sum.getLeftOperand()) || isText(sum.getRightOperand()));
        }

        private static Stream<ExpressionTree> parts(ExpressionTree tree) {
            return tree instanceof BinaryTree sum && isText(sum)
                    ? Stream.concat(parts(sum.getLeftOperand()), parts(sum.getRightOperand()))
                    : Stream.of(tree);
        }

        private static String words(ExpressionTree part) {
            return part instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : "x";
        }
    }
}
