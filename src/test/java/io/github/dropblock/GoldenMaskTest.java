package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Masks as they were when the randomness contract was last changed: see golden-masks.csv.
 *
 * <p>The hash of a mask is the 64-bit FNV-1a of one byte for each position in row-major order, 1
 * where it is kept and 0 where it is dropped.
 *
 * <p>A new enum value adds rows, and a deliberate change of the contract changes some: then print
 * the file anew and look at its difference.
 *
 * <pre>{@code
 * mvn -q test-compile
 * java -cp target/classes:target/test-classes io.github.dropblock.GoldenMaskTest \
 *     > src/test/resources/golden-masks.csv
 * }</pre>
 */
@Tag("kernels")
class GoldenMaskTest {
  private static final String FILE = "/golden-masks.csv";
  private static final String HEADER =
      "shape,block,keepProb,gammaRule,seedRegion,seed,step,firstSample,kept,fnv1a";

  /** Each layout, blocks of each kind, planes that do and do not end with a word. */
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("2x3x40", "1x1x5", 42, 0, 0),
          new Sample("3x65x7", "1x1x7", -1, 1, 5),
          new Sample("1x2x64", "1x1x1", 0, 0, 0),
          new Sample("2x3x14x14", "1x7x7", 42, 0, 0),
          new Sample("2x3x14x14", "1x7x7", 42, 1, 0),
          new Sample("1x3x14x14", "1x7x7", 42, 0, 1),
          new Sample("2x130x7x7", "1x7x7", 2018, 100_000, 12_345),
          new Sample("2x66x8x8", "1x3x3", Long.MAX_VALUE, Long.MAX_VALUE, 1L << 40),
          new Sample("1x5x28x20", "1x2x9", Long.MIN_VALUE, 77, 0),
          new Sample("4x2x9x11", "1x1x1", 7, 3, 2),
          new Sample("2x3x5x6x7", "2x3x4", 42, 0, 0),
          new Sample("1x65x4x4x4", "3x1x2", 1234567890123L, 9, 63));

  /** A shape (NCW, NCHW or NCDHW by its number of extents), a block (DxHxW), and the randomness. */
  private record Sample(String shape, String block, long seed, long step, long firstSample) {}

  /** One row of the file, without what is expected. */
  record Row(Sample sample, double keepProb, GammaRule rule, SeedRegion region) {
    private DropMask mask() {
      int[] block = numbers(sample.block);
      return DropBlock.builder()
          .keepProb(keepProb)
          .blockSize(BlockSize.of(block[0], block[1], block[2]))
          .gammaRule(rule)
          .seedRegion(region)
          .seed(sample.seed)
          .build()
          .sample(shape(numbers(sample.shape)), sample.step, sample.firstSample);
    }

    private String expectation() {
      DropMask mask = mask();
      return String.format("%d,%016x", mask.keptCount(), hash(mask));
    }

    @Override
    public String toString() {
      return String.format(
          "%s,%s,%s,%s,%s,%d,%d,%d",
          sample.shape,
          sample.block,
          keepProb,
          rule,
          region,
          sample.seed,
          sample.step,
          sample.firstSample);
    }
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static Shape shape(int[] e) {
    return switch (e.length) {
      case 3 -> Shape.ncw(e[0], e[1], e[2]);
      case 4 -> Shape.nchw(e[0], e[1], e[2], e[3]);
      default -> Shape.ncdhw(e[0], e[1], e[2], e[3], e[4]);
    };
  }

  private static long hash(DropMask mask) {
    float[] kept = mask.toTensor().data();
    byte[] bytes = new byte[kept.length];
    for (int i = 0; i < kept.length; i++) {
      bytes[i] = (byte) kept[i];
    }
    return fnv1a(bytes);
  }

  private static long fnv1a(byte[] bytes) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (SeedRegion region : SeedRegion.values()) {
      for (GammaRule rule : GammaRule.values()) {
        for (Sample sample : SAMPLES) {
          for (double keepProb : new double[] {0.99, 0.75}) {
            rows.add(new Row(sample, keepProb, rule, region));
          }
        }
      }
    }
    return rows;
  }

  /** What the file expects of each row. */
  private static final Map<String, String> EXPECTED = new TreeMap<>();

  @BeforeAll
  static void readFile() throws IOException {
    try (InputStream in = GoldenMaskTest.class.getResourceAsStream(FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().skip(1).toList()) {
        int split = line.lastIndexOf(',', line.lastIndexOf(',') - 1);
        EXPECTED.put(line.substring(0, split), line.substring(split + 1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void masksAreAsTheyWere(Row row) {
    assertEquals(EXPECTED.get(row.toString()), row.expectation());
  }

  @Test
  void theFileHasNoOtherRows() {
    assertEquals(rows().size(), EXPECTED.size());
  }

  @Test
  void theHashHasItsPublishedAnswers() {
    assertEquals(0xcbf29ce484222325L, fnv1a(new byte[0]));
    assertEquals(0xaf63dc4c8601ec8cL, fnv1a("a".getBytes(StandardCharsets.UTF_8)));
    assertEquals(0x85944171f73967e8L, fnv1a("foobar".getBytes(StandardCharsets.UTF_8)));
  }

  /** Prints the file. */
  public static void main(String[] args) {
    System.out.println(HEADER);
    rows().forEach(row -> System.out.println(row + "," + row.expectation()));
  }
}
