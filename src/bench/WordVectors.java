import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Learns which words keep like company from plain requests, one a line (of a TSV file the first column), and writes what
 * the server reads as words.vec: positive pointwise mutual information within five words, its first singular directions,
 * each word the shorter the commoner it is (Levy and others 2015; Arora and others 2017).
 *
 * <p>java src/bench/WordVectors.java src/main/resources/io/renhua/nlu/words.vec a/train.tsv b/train.tsv …
 */
final class WordVectors {
    private static final int DIMENSIONS = 64;
    private static final int SPARE = 16;
    private static final int ROUNDS = 8;
    private static final int WINDOW = 5;
    private static final int RAREST = 2;
    private static final double COMMON = 1e-3;
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+|'[a-z]+");

    private final List<List<String>> sentences;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> places = new TreeMap<>();
    private final List<Map<Integer, Double>> company = new ArrayList<>();
    private int[][] columns = {};
    private double[][] values = {};

    private WordVectors(List<List<String>> sentences) {
        this.sentences = sentences;
    }

    public static void main(String[] arguments) throws IOException {
        var sentences = new LinkedHashSet<List<String>>();
        for (var file : Arrays.asList(arguments).subList(1, arguments.length)) {
            for (var line : Files.readAllLines(Path.of(file))) {
                sentences.add(words(line.split("\t")[0]));
            }
        }
        var vectors = new WordVectors(List.copyOf(sentences));
        vectors.count();
        vectors.weigh();
        vectors.write(Path.of(arguments[0]), vectors.directions());
    }

    private static List<String> words(String line) {
        var folded = Normalizer.normalize(line, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        return WORD.matcher(folded).results().map(found -> found.group()).toList();
    }

    private void count() {
        sentences.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
        counts.forEach((word, count) -> {
            if (count >= RAREST && word.chars().anyMatch(Character::isLetter)) {
                places.put(word, places.size());
                company.add(new TreeMap<>());
            }
        });
        for (var words : sentences) {
            for (int i = 0; i < words.size(); i++) {
                for (int j = i + 1; j < words.size() && j <= i + WINDOW; j++) {
                    meet(places.get(words.get(i)), places.get(words.get(j)), 1.0 / (j - i));
                }
            }
        }
    }

    private void meet(Integer one, Integer other, double closeness) {
        if (one != null && other != null) {
            company.get(one).merge(other, closeness, Double::sum);
            company.get(other).merge(one, closeness, Double::sum);
        }
    }

    private void weigh() {
        var totals = company.stream().mapToDouble(WordVectors::sum).toArray();
        double all = Arrays.stream(totals).map(total -> Math.pow(total, 0.75)).sum();
        columns = new int[company.size()][];
        values = new double[company.size()][];
        for (int word = 0; word < columns.length; word++) {
            var kept = new TreeMap<Integer, Double>();
            for (var met : company.get(word).entrySet()) {
                double expected = Math.pow(totals[met.getKey()], 0.75) / all;
                double information = Math.log(met.getValue() / totals[word] / expected);
                if (information > 0) {
                    kept.put(met.getKey(), information);
                }
            }
            columns[word] = kept.keySet().stream().mapToInt(Integer::intValue).toArray();
            values[word] = kept.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static double sum(Map<Integer, Double> map) {
        return map.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Each word's place along the first singular directions, by subspace iteration. */
    private double[][] directions() {
        var random = new SplittableRandom(1);
        int width = DIMENSIONS + SPARE;
        var q = new double[columns.length][width];
        for (var row : q) {
            Arrays.setAll(row, i -> random.nextDouble() - 0.5);
        }
        for (int round = 0; round < ROUNDS; round++) {
            q = times(transposedTimes(q));
            orthogonalise(q);
        }
        var projected = transposedTimes(q);
        var eigen = new Eigen(gram(projected));
        var found = new double[columns.length][DIMENSIONS];
        for (int word = 0; word < found.length; word++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += q[word][i] * eigen.vectors[i][eigen.order[d]];
                }
                found[word][d] = sum * Math.pow(Math.max(eigen.values[eigen.order[d]], 0), 0.25);
            }
        }
        return found;
    }

    private double[][] times(double[][] q) {
        var product = new double[columns.length][q[0].length];
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                add(product[row], q[columns[row][i]], values[row][i]);
            }
        }
        return product;
    }

    private double[][] transposedTimes(double[][] q) {
        var product = new double[columns.length][q[0].length];
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                add(product[columns[row][i]], q[row], values[row][i]);
            }
        }
        return product;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    /** Gram and Schmidt over the columns, twice, which is enough for doubles. */
    private static void orthogonalise(double[][] q) {
        for (int twice = 0; twice < 2; twice++) {
            for (int column = 0; column < q[0].length; column++) {
                for (int before = 0; before < column; before++) {
                    double dot = dot(q, column, before);
                    for (var row : q) {
                        row[column] -= dot * row[before];
                    }
                }
                double length = Math.sqrt(dot(q, column, column));
                for (var row : q) {
                    row[column] /= length;
                }
            }
        }
    }

    private static double dot(double[][] q, int one, int other) {
        double sum = 0;
        for (var row : q) {
            sum += row[one] * row[other];
        }
        return sum;
    }

    private static double[][] gram(double[][] rows) {
        var gram = new double[rows[0].length][rows[0].length];
        for (var row : rows) {
            for (int i = 0; i < row.length; i++) {
                add(gram[i], row, row[i]);
            }
        }
        return gram;
    }

    /** How many words, how many numbers each; then for each the word, its scale and its numbers, a byte each. */
    private void write(Path file, double[][] directions) throws IOException {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(places.size());
            out.writeInt(DIMENSIONS);
            for (var word : places.entrySet()) {
                var numbers = directions[word.getValue()];
                double length = Math.sqrt(Arrays.stream(numbers).map(x -> x * x).sum());
                double highest = Arrays.stream(numbers).map(Math::abs).max().orElse(1);
                double rarity = COMMON / (COMMON + counts.get(word.getKey()) / all);
                out.writeUTF(word.getKey());
                out.writeFloat((float) (rarity * highest / length / Byte.MAX_VALUE));
                for (double number : numbers) {
                    out.writeByte((byte) Math.round(number / highest * Byte.MAX_VALUE));
                }
            }
        }
        System.out.println(sentences.size() + " sentences, " + places.size() + " words, " + Files.size(file) + " bytes");
    }

    /** Jacobi's rotations for a symmetric matrix. */
    private static final class Eigen {
        private final double[][] a;
        private final double[][] vectors;
        private final double[] values;
        private final Integer[] order;

        private Eigen(double[][] symmetric) {
            int n = symmetric.length;
            a = symmetric;
            vectors = new double[n][n];
            for (int i = 0; i < n; i++) {
                vectors[i][i] = 1;
            }
            for (int sweep = 0; sweep < 30; sweep++) {
                for (int p = 0; p < n; p++) {
                    for (int q = p + 1; q < n; q++) {
                        rotate(p, q);
                    }
                }
            }
            values = new double[n];
            order = new Integer[n];
            for (int i = 0; i < n; i++) {
                values[i] = a[i][i];
                order[i] = i;
            }
            Arrays.sort(order, (i, j) -> Double.compare(values[j], values[i]));
        }

        private void rotate(int p, int q) {
            if (Math.abs(a[p][q]) < 1e-12) {
                return;
            }
            double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            for (var row : a) {
                turn(row, p, q, cosine, sine);
            }
            for (int k = 0; k < a.length; k++) {
                double before = a[p][k];
                a[p][k] = cosine * before - sine * a[q][k];
                a[q][k] = sine * before + cosine * a[q][k];
            }
            for (var row : vectors) {
                turn(row, p, q, cosine, sine);
            }
        }

        private static void turn(double[] row, int p, int q, double cosine, double sine) {
            double before = row[p];
            row[p] = cosine * before - sine * row[q];
            row[q] = sine * before + cosine * row[q];
        }
    }
}
