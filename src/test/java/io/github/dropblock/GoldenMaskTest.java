package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Masks as they were when the randomness contract was last changed: see golden-masks.csv.
 *
 * <p>A new enum value adds rows, and a deliberate change of the contract changes some: then print
 * the file anew and look at its difference.
 *
 * <pre>{@code
 * mvn -q test-compile
 * java -cp target/classes:target/test-classes io.github.dropblock.GoldenMaskTest \
 *     > docs/contract/golden-masks.csv
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
      int[] block = Golden.numbers(sample.block);
      return DropBlock.builder()
          .keepProb(keepProb)
          .blockSize(BlockSize.of(block[0], block[1], block[2]))
          .gammaRule(rule)
          .seedRegion(region)
          .seed(sample.seed)
          .build()
          .sample(Golden.shape(sample.shape), sample.step, sample.firstSample);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
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
  private static Map<String, String> expected;

  @BeforeAll
  static void readFile() throws IOException {
    expected = Golden.read(FILE);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void masksAreAsTheyWere(Row row) {
    assertEquals(expected.get(row.toString()), Golden.expectation(row.mask()));
  }

  @Test
  void theFileHasNoOtherRows() {
    assertEquals(rows().size(), expected.size());
  }

  @Test
  void theHashHasItsPublishedAnswers() {
    assertEquals(0xcbf29ce484222325L, Golden.fnv1a(new byte[0]));
    assertEquals(0xaf63dc4c8601ec8cL, Golden.fnv1a("a".getBytes(StandardCharsets.UTF_8)));
    assertEquals(0x85944171f73967e8L, Golden.fnv1a("foobar".getBytes(StandardCharsets.UTF_8)));
  }

  /** Prints the file. */
  public static void main(String[] args) {
    System.out.println(HEADER);
    rows().forEach(row -> System.out.println(row + "," + Golden.expectation(row.mask())));
  }
}
