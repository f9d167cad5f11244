package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.Coins;
import io.github.dropblock.oracle.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Masks of the other regularizers and of shared DropBlock as they were when the randomness contract
 * was last changed: see golden-regularizers.csv. As for {@link GoldenMaskTest}, print the file anew
 * after a deliberate change, and look at its difference.
 *
 * <pre>{@code
 * mvn -q test-compile
 * java -cp target/classes:target/test-classes io.github.dropblock.GoldenRegularizerTest \
 *     > docs/contract/golden-regularizers.csv
 * }</pre>
 */
@Tag("kernels")
class GoldenRegularizerTest {
  private static final String FILE = "/golden-regularizers.csv";
  private static final String HEADER = "regularizer,shape,seed,step,firstSample,kept,fnv1a";

  /** Each layout, planes that do and do not end with a word, more and fewer than 64 channels. */
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("5x3x40", 42, 0, 0),
          new Sample("3x66x7x9", -1, 100_000, 12_345),
          new Sample("300x2x4x4", Long.MIN_VALUE, 1, 1L << 40),
          new Sample("3x130x2x3x5", Long.MAX_VALUE, Long.MAX_VALUE, 7));

  /** Each kind of size, region and sharing; none, few and many holes. */
  private static final List<String> HOLES =
      List.of(
          "HOLES 1.0 1-1 VALID CHANNELS false area 0.02 0.33 0.3 3.3",
          "HOLES 0.5 0-3 VALID NONE false area 0.1 0.9 0.01 100",
          "HOLES 1.0 2-2 WHOLE NONE false area 0.25 0.25 1 1",
          "HOLES 0.5 1-4 VALID CHANNELS false between 1x1x2 2x3x5",
          "HOLES 1.0 33-70 WHOLE BATCH false between 1x1x1 1x1x1",
          "HOLES 0.9 1-2 EXTENDED NONE true between 1x2x3 9x9x99",
          "HOLES 1.0 1-1 VALID ALL false ratio 0.3 0.3",
          "HOLES 1.0 1-2 WHOLE CHANNELS true ratio 0.1 0.7",
          "HOLES 1.0 2-2 VALID CHANNELS false bar WIDTH 0 4",
          "HOLES 1.0 1-3 EXTENDED NONE false bar HEIGHT 1 3",
          "HOLES 0.75 1-1 WHOLE CHANNELS false bar DEPTH 1 9");

  /** Cells drawn one by one, by gaps, and of each part; grids of one period and of several. */
  private static final List<String> GRIDS =
      List.of(
          "PATCHES 3 0.5",
          "PATCHES 2 0.99",
          "PATCHES_EXACTLY 1 0.3",
          "PATCHES_EXACTLY 2 0.75",
          "GRID_MASK 5x5 0.4 1.0 REST",
          "GRID_MASK 2x9 0.5 0.7 HOLES");

  /** A shape, NCW, NCHW or NCDHW by its number of extents, and the randomness. */
  private record Sample(String shape, long seed, long step, long firstSample) {
    @Override
    public String toString() {
      return shape + "," + seed + "," + step + "," + firstSample;
    }
  }

  /** One row of the file, without what is expected; the regularizer has the sample's seed. */
  record Row(String name, Regularizer regularizer, Sample sample) {
    private DropMask mask() {
      return regularizer
          .withSeed(sample.seed)
          .sample(Golden.shape(sample.shape), sample.step, sample.firstSample);
    }

    @Override
    public String toString() {
      return name + "," + sample;
    }
  }

  /** Bits that are drawn one by one, and by gaps; none, few and many holes. */
  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Sample sample : SAMPLES) {
      for (double keepProb : new double[] {.5, .99}) {
        for (Coins kind : Coins.values()) {
          rows.add(new Row(kind + " " + keepProb, kind.of(keepProb, 0), sample));
        }
        rows.addAll(dropBlocks(keepProb, sample));
      }
      for (int holes : new int[] {1, 2, 40}) {
        for (int size : new int[] {1, 4, 5}) {
          rows.add(new Row("CUTOUT " + holes + "x" + size, Cutout.of(holes, size, 0), sample));
        }
      }
    }
    for (Sample sample : SAMPLES) {
      HOLES.forEach(name -> rows.add(new Row(name, Golden.regularizer(name), sample)));
    }
    for (Sample sample : SAMPLES) {
      for (MaskSharing sharing : MaskSharing.values()) {
        for (String grid : GRIDS) {
          String name = grid + " " + sharing;
          rows.add(new Row(name, Golden.regularizer(name), sample));
        }
      }
    }
    SAMPLES.forEach(sample -> rows.addAll(sharedDropouts(sample)));
    SAMPLES.forEach(sample -> rows.addAll(alphaDropouts(sample)));
    return rows;
  }

  private static List<Row> sharedDropouts(Sample sample) {
    List<Row> rows = new ArrayList<>();
    for (MaskSharing sharing :
        new MaskSharing[] {MaskSharing.CHANNELS, MaskSharing.BATCH, MaskSharing.ALL}) {
      for (String keepProb : new String[] {"0.5", "0.99"}) {
        for (String kind : new String[] {"DROPOUT ", "SPATIAL_DROPOUT "}) {
          String name = kind + keepProb + " " + sharing;
          rows.add(new Row(name, Golden.regularizer(name), sample));
        }
      }
    }
    return rows;
  }

  private static List<Row> alphaDropouts(Sample sample) {
    List<Row> rows = new ArrayList<>();
    for (String kind : new String[] {"ALPHA_DROPOUT ", "ALPHA_DROPOUT_OF_PLANES "}) {
      for (String keepProb : new String[] {"0.5", "0.99"}) {
        rows.add(new Row(kind + keepProb, Golden.regularizer(kind + keepProb), sample));
      }
    }
    return rows;
  }

  private static List<Row> dropBlocks(double keepProb, Sample sample) {
    List<Row> rows = new ArrayList<>();
    for (MaskSharing sharing :
        new MaskSharing[] {MaskSharing.CHANNELS, MaskSharing.BATCH, MaskSharing.ALL}) {
      for (SeedRegion region : SeedRegion.values()) {
        DropBlock dropBlock =
            DropBlock.builder()
                .keepProb(keepProb)
                .blockSize(3)
                .seedRegion(region)
                .sharing(sharing)
                .build();
        String name = "DROP_BLOCK " + keepProb + " 3 " + region + " " + sharing;
        rows.add(new Row(name, dropBlock, sample));
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

  /** Prints the file. */
  public static void main(String[] args) {
    System.out.println(HEADER);
    rows().forEach(row -> System.out.println(row + "," + Golden.expectation(row.mask())));
  }
}
