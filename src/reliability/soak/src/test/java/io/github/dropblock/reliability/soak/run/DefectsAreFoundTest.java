package io.github.dropblock.reliability.soak.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.GammaRule;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.reliability.soak.grid.Setting;
import io.github.dropblock.reliability.soak.law.MapLaw;
import io.github.dropblock.reliability.soak.stats.Family;
import io.github.dropblock.reliability.soak.stats.TestResults;
import io.github.dropblock.tensor.Shape;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The soak fails where the library is wrong, and in the family that is about it. Without a defect
 * it passes: false-alarm rate 1e-4 for each of the two settings.
 */
class DefectsAreFoundTest {
  private static final Shape SAMPLE = Shape.nchw(1, 66, 7, 7);
  private static final int PLANE = 49;
  private static final int SAMPLE_BITS = 66 * PLANE;

  /** Single positions, a tenth dropped; two samples a batch. */
  private static final Setting DROPOUT =
      new Setting(Dropout.of(.9, 1), SAMPLE, MapLaw.coins(PLANE, .1), 66, true);

  /** Blocks of 3 x 3, as often over each position. */
  private static final Setting BLOCKS = blocks();

  private static Setting blocks() {
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(.8)
            .blockSize(3)
            .seedRegion(SeedRegion.EXTENDED)
            .gammaRule(GammaRule.EXACT)
            .seed(2)
            .build();
    MapLaw law = MapLaw.blocks(SAMPLE, 3, SeedRegion.EXTENDED, dropBlock.gamma(SAMPLE));
    return new Setting(dropBlock, SAMPLE, law, 66, true);
  }

  private static Set<Family> failures(Setting setting, MaskSource source, long masks) {
    TestResults results = new SoakRun(source, List.of(setting), 1, masks).run(() -> {}).results();
    Set<Family> failed = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if (!results.passed(family)) {
        failed.add(family);
      }
    }
    return failed;
  }

  private static void assertFound(Family family, MaskSource source) {
    Set<Family> failures = failures(DROPOUT, source, 2000);
    assertTrue(failures.contains(family), failures::toString);
  }

  @Test
  void withoutDefectItPasses() {
    assertEquals(Set.of(), failures(DROPOUT, Regularizer::sample, 4000));
    assertEquals(Set.of(), failures(BLOCKS, Regularizer::sample, 4000));
  }

  @Test
  void keepProbOffByAThousandth() {
    Set<Family> failures = failures(DROPOUT, Defects.keepingMore(.001), 4000);
    assertEquals(EnumSet.of(Family.KEPT_COUNT, Family.POSITIONS, Family.GAPS), failures);
    assertTrue(failures(BLOCKS, Defects.keepingMore(.001), 20_000).contains(Family.KEPT_COUNT));
  }

  /** The kept count is right: only single positions tell. */
  @Test
  void borderBias() {
    Set<Family> failures = failures(BLOCKS, Defects.seedsIn(SeedRegion.VALID), 1000);
    assertTrue(failures.contains(Family.POSITIONS));
    assertFalse(failures.contains(Family.KEPT_COUNT));
  }

  @Test
  void oneSiteIsNeverASeed() {
    assertFound(Family.POSITIONS, Defects.bits(1, Defects.never(3, PLANE)));
    int last = 2 * SAMPLE_BITS - 1;
    assertFound(Family.SITES, Defects.bits(1, bits -> bits.set(last)));
  }

  @Test
  void seedsKeepApart() {
    assertFound(Family.GAPS, Defects.bits(10, Defects::keepApart));
    assertFound(Family.LAGS, Defects.bits(10, Defects::keepApart));
  }

  @Test
  void rowsRepeat() {
    assertFound(Family.LAGS, Defects.bits(10, Defects.repeatRows(7)));
  }

  @Test
  void planesRepeat() {
    assertFound(Family.CHANNELS, Defects.bits(1, Defects.copy(PLANE, 2 * PLANE, PLANE)));
    assertFound(Family.CHANNELS, Defects.bits(1, Defects.copy(0, 64 * PLANE, PLANE)));
  }

  @Test
  void samplesRepeat() {
    assertFound(Family.SAMPLES, Defects.bits(10, Defects.copy(0, SAMPLE_BITS, SAMPLE_BITS)));
  }

  @Test
  void stepsRepeat() {
    assertFound(Family.STEPS, Defects.steps(step -> step - (step % 10 == 9 ? 1 : 0)));
  }

  @Test
  void oneBitOfTheSeedIsIgnored() {
    assertFound(Family.SEED_BITS, Defects.seeds(seed -> seed & ~(1L << 63)));
  }

  @Test
  void oneBitOfTheStepIsIgnored() {
    assertFound(Family.STEP_BITS, Defects.steps(step -> step & ~(1L << 32)));
  }

  @Test
  void oneBitOfTheSampleIsIgnored() {
    assertFound(Family.SAMPLE_BITS, Defects.samples(first -> first & ~(1L << 62)));
  }

  @Test
  void blocksOfNeighborsRepeat() {
    MaskSource seeds = Defects.seeds(seed -> seed & ~1L);
    assertTrue(failures(BLOCKS, seeds, 2000).contains(Family.SEED_BITS));
    MaskSource steps = Defects.steps(step -> step - (step % 10 == 9 ? 1 : 0));
    assertTrue(failures(BLOCKS, steps, 2000).contains(Family.STEPS));
  }
}
