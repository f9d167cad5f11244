package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was chosen can be asked, and changed in a copy. */
class ChoiceGettersTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 8, 8);

  static List<Regularizer> regularizers() {
    return List.of(
        DropBlock.of(.8, 3, 5),
        Dropout.of(.8, 5),
        Dropout.of(.8, 5).withSharing(MaskSharing.CHANNELS),
        SpatialDropout.of(.8, 5),
        SpatialDropout.of(.8, 5).withSharing(MaskSharing.BATCH),
        DropPath.of(.8, 5),
        DropPath.ofBatch(.8, 5),
        Cutout.of(2, 3, 5),
        Holes.randomErasing(.8, 5),
        Patches.of(3, .8, 5),
        Patches.exactly(3, .8, 5),
        GridMask.of(3, 7, .5, 5),
        CustomRegularizer.of(new RowsFunction(), .8, 5));
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void copiesDifferInOneChoice(Regularizer r) {
    Fill fill = Fill.constant(2);
    assertEquals(7, r.withSeed(7).seed());
    assertEquals(Normalization.PLANE, r.withNormalization(Normalization.PLANE).normalization());
    assertEquals(fill, r.withFill(fill).fill());
    Threads none = Threads.none();
    assertSame(none, r.withThreads(none).threads());
    assertEquals(r, r.withThreads(none));
    Regularizer all = r.withSeed(7).withNormalization(Normalization.PLANE).withFill(fill);
    assertEquals(r.getClass(), all.getClass());
    assertEquals(r, all.withSeed(5).withNormalization(r.normalization()).withFill(r.fill()));
    assertEquals(all.sample(SHAPE, 1), Regularizer.fromMap(all.toMap()).sample(SHAPE, 1));
    if (r instanceof KeepProbRegularizer k) {
      assertEquals(.3, k.withKeepProb(.3).keepProb());
      assertEquals(k, k.withKeepProb(.3).withKeepProb(.8));
    }
    assertMessage("normalization must not be null", () -> r.withNormalization(null));
    assertMessage("fill must not be null", () -> r.withFill(null));
    assertMessage("threads must not be null", () -> r.withThreads(null));
    assertMessage("use must be >= 0: -1", () -> r.forUse(-1));
    assertEquals(r, r.forUse(0));
  }

  @Test
  void aBuilderBeginsWithAnExistingConfiguration() {
    DropBlock r =
        DropBlock.builder()
            .keepProb(.8)
            .blockSize(BlockSize.of(2, 3))
            .seedRegion(SeedRegion.EXTENDED)
            .gammaRule(GammaRule.EXACT)
            .gammaScale(.5)
            .sharing(MaskSharing.BATCH)
            .normalization(Normalization.SAMPLE)
            .fill(Fill.gaussian(1, 2))
            .threads(Threads.none())
            .seed(9)
            .build();
    assertEquals(r, r.toBuilder().build());
    assertSame(r.threads(), r.toBuilder().build().threads());
    assertEquals(BlockSize.of(2, 3), r.blockSize());
    assertEquals(SeedRegion.EXTENDED, r.seedRegion());
    assertEquals(GammaRule.EXACT, r.gammaRule());
    assertEquals(.5, r.gammaScale());
    assertEquals(MaskSharing.BATCH, r.sharing());
    DropBlock other = r.toBuilder().sharing(MaskSharing.ALL).build();
    assertEquals(MaskSharing.ALL, other.sharing());
    assertEquals(MaskSharing.BATCH, r.sharing());
    assertEquals(r, other.toBuilder().sharing(MaskSharing.BATCH).build());
  }

  @Test
  void otherChoicesCanBeAskedToo() {
    assertEquals(2, Cutout.of(2, 3, 5).holes());
    for (MaskSharing sharing : MaskSharing.values()) {
      assertEquals(sharing, Dropout.of(.8, 5).withSharing(sharing).sharing());
      assertEquals(sharing, SpatialDropout.of(.8, 5).withSharing(sharing).sharing());
    }
    assertEquals(BlockSize.square(3), Cutout.of(2, 3, 5).size());
    assertTrue(DropPath.ofBatch(.8, 5).perBatch());
    assertEquals(false, DropPath.of(.8, 5).perBatch());
    assertEquals(
        DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build(), DropBlock.of(.8, 3, 5));
  }

  /** Two fresh seeds are equal with probability 2^-64. */
  @Test
  void seedsAreFreshUnlessGiven() {
    assertNotEquals(DropBlock.of(.8, 3).seed(), DropBlock.of(.8, 3).seed());
    assertNotEquals(Dropout.of(.8).seed(), Dropout.of(.8).seed());
    assertNotEquals(SpatialDropout.of(.8).seed(), SpatialDropout.of(.8).seed());
    assertNotEquals(DropPath.of(.8).seed(), DropPath.of(.8).seed());
  }
}
