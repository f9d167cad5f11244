package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.apply.Scales;
import io.github.dropblock.oracle.Golden;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Numbers of the contract's vector files, to the last bit. The Python implementation computes the
 * same rows.
 */
@Tag("kernels")
class ContractVectorsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/rates.csv", numLinesToSkip = 1)
  void gammaAndTheKeptFractionHaveTheirBits(
      String shapeText,
      String blockText,
      SeedRegion region,
      GammaRule rule,
      double keepProb,
      String gamma,
      String keptFraction,
      String expectedScale) {
    Shape shape = Golden.shape(shapeText);
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(keepProb)
            .blockSize(block(blockText))
            .gammaRule(rule)
            .seedRegion(region)
            .build();
    double kept = dropBlock.expectedKeptFraction(shape);
    assertEquals(gamma, hex(dropBlock.gamma(shape)));
    assertEquals(keptFraction, hex(kept));
    assertEquals(expectedScale, hex(ScaleRule.expected(kept).fixed()));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/holes.csv", numLinesToSkip = 1)
  void theKeptFractionOfHolesHasItsBits(String shape, String size, int holes, String expected) {
    Cutout cutout = Cutout.of(holes, block(size), 0);
    assertEquals(expected, hex(cutout.expectedKeptFraction(Golden.shape(shape))));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = {"/hole-rates.csv", "/grids.csv"},
      numLinesToSkip = 1)
  void theKeptFractionOfRandomHolesCellsAndGridsHasItsBits(
      String regularizer, String shape, String expected) {
    double kept = Golden.regularizer(regularizer).expectedKeptFraction(Golden.shape(shape));
    assertEquals(expected, hex(kept));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/scales.csv", numLinesToSkip = 1)
  void scalesHaveTheirBits(long size, long kept, String expected) {
    assertEquals(expected, hex(Scales.ratio(size, kept)));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/seeds.csv", numLinesToSkip = 1)
  void usesAndInferenceHaveTheirSeeds(long seed, long purpose, long expected) {
    Dropout dropout = Dropout.of(.5, seed);
    Regularizer other = purpose < 0 ? dropout.forInference() : dropout.forUse(purpose);
    assertEquals(expected, other.seed());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/own.csv", numLinesToSkip = 1)
  void ownRegularizersHaveTheirWords(
      long seed,
      long step,
      long sample,
      long counter,
      int bound,
      double probability,
      String word,
      int below,
      String draws) {
    MaskRandom random = MaskRandom.of(seed, step, sample);
    assertEquals(word, HexFormat.of().toHexDigits(random.word(counter)));
    assertEquals(below, random.below(bound, counter));
    assertEquals(draws, HexFormat.of().toHexDigits(random.bernoulliBits(probability, counter)));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/multipliers.csv", numLinesToSkip = 1)
  void multipliersAndFillsHaveTheirBits(
      String regularizer,
      String shape,
      Normalization normalization,
      String fill,
      long seed,
      long step,
      long firstSample,
      String multipliers,
      String fills) {
    DropMask mask =
        Golden.regularizer(regularizer)
            .withSeed(seed)
            .withNormalization(normalization)
            .withFill(fill(fill))
            .sample(Golden.shape(shape), step, firstSample);
    assertEquals(multipliers, crc32(mask, DropMask::writeMultipliers));
    assertEquals(fills, crc32(mask, DropMask::writeFill));
  }

  /** A constant, a mean and a standard deviation, or another kind by its name. */
  private static Fill fill(String text) {
    String[] words = text.split(" ", -1);
    boolean named = Character.isLetter(text.charAt(0));
    double[] x =
        Arrays.stream(words).skip(named ? 1 : 0).mapToDouble(Double::parseDouble).toArray();
    return switch (named ? words[0] : "") {
      case "UNIFORM" -> Fill.uniform(x[0], x[1]);
      case "CLAMPED" -> Fill.gaussian(x[0], x[1], x[2], x[3]);
      case "CHANNELS" -> {
        float[] values = new float[x.length];
        for (int c = 0; c < x.length; c++) {
          values[c] = (float) x[c];
        }
        yield Fill.perChannel(values);
      }
      default -> x.length == 1 ? Fill.constant(Float.parseFloat(text)) : Fill.gaussian(x[0], x[1]);
    };
  }

  private static BlockSize block(String text) {
    int[] lengths = Golden.numbers(text);
    return BlockSize.of(lengths[0], lengths[1], lengths[2]);
  }

  private static String crc32(DropMask mask, BiConsumer<DropMask, FloatBuffer> write) {
    ByteBuffer bytes =
        ByteBuffer.allocate(mask.shape().size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    write.accept(mask, bytes.asFloatBuffer());
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static String hex(double value) {
    return HexFormat.of().toHexDigits(Double.doubleToRawLongBits(value));
  }

  private static String hex(float value) {
    return HexFormat.of().toHexDigits(Float.floatToRawIntBits(value));
  }
}
