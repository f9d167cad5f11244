package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Choices and their defaults. */
class DropBlockConfigurationTest {
  private static final Shape SHAPE = Shape.nchw(4, 65, 14, 14);

  @Test
  void theDefaultsAreThePapers() {
    DropBlock defaults = DropBlock.builder().seed(1).build();
    DropBlock spelled =
        DropBlock.builder()
            .keepProb(.9)
            .blockSize(BlockSize.square(7))
            .seedRegion(SeedRegion.VALID)
            .gammaRule(GammaRule.PAPER)
            .gammaScale(1)
            .seed(1)
            .build();
    assertEquals(spelled.sample(SHAPE, 2).toTensor(), defaults.sample(SHAPE, 2).toTensor());
    assertEquals(.9, defaults.keepProb());
    assertEquals(1, defaults.seed());
  }

  @Test
  void aBuiltRegularizerDoesNotFollowItsBuilder() {
    DropBlockBuilder builder = DropBlock.builder().seed(1);
    DropBlock before = builder.build();
    DropMask mask = before.sample(SHAPE, 0);
    builder.keepProb(.2).blockSize(2).gammaRule(GammaRule.EXACT).gammaScale(3).seed(2);
    assertEquals(mask.toTensor(), before.sample(SHAPE, 0).toTensor());
    assertEquals(1, before.seed());
    assertEquals(.9, before.keepProb());
    assertEquals(.2, builder.build().keepProb());
  }

  @Test
  void withKeepProbKeepsTheOtherChoices() {
    DropBlockBuilder builder =
        DropBlock.builder().blockSize(5).gammaRule(GammaRule.EXACT).gammaScale(.5).seed(3);
    DropBlock changed = builder.keepProb(.9).build().withKeepProb(.7);
    DropBlock built = builder.keepProb(.7).build();
    assertEquals(.7, changed.keepProb());
    assertEquals(built.gamma(SHAPE), changed.gamma(SHAPE));
    assertEquals(built.sample(SHAPE, 1).toTensor(), changed.sample(SHAPE, 1).toTensor());
  }

  @Test
  void withKeepProbLeavesTheOriginalAsItWas() {
    DropBlock original = DropBlock.builder().seed(4).build();
    DropMask mask = original.sample(SHAPE, 0);
    original.withKeepProb(.1).sample(SHAPE, 0);
    assertEquals(mask.toTensor(), original.sample(SHAPE, 0).toTensor());
  }

  @Test
  void aFreshSeedCanBeSavedAndUsedAgain() {
    DropBlock fresh = DropBlock.builder().build();
    DropBlock again = DropBlock.builder().seed(fresh.seed()).build();
    assertEquals(fresh.sample(SHAPE, 0).toTensor(), again.sample(SHAPE, 0).toTensor());
  }

  /** Otherwise masks of layers that share a seed would be copies of each other. */
  @Test
  void rulesAndScalesChangeTheMask() {
    DropBlock paper = DropBlock.builder().keepProb(.5).seed(5).build();
    DropBlock exact = DropBlock.builder().keepProb(.5).gammaRule(GammaRule.EXACT).seed(5).build();
    DropBlock scaled = DropBlock.builder().keepProb(.5).gammaScale(2).seed(5).build();
    assertNotEquals(paper.sample(SHAPE, 0).toTensor(), exact.sample(SHAPE, 0).toTensor());
    assertNotEquals(paper.sample(SHAPE, 0).toTensor(), scaled.sample(SHAPE, 0).toTensor());
  }

  /**
   * At keepProb .5 the standard deviation of a plane is about .11, the standard error of 260 planes
   * .007: .03 is more than 4 of them. False-alarm rate: below 1e-4 for each step.
   */
  @Test
  void aScheduleLowersWhatIsKept() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .5, 100);
    DropBlock dropBlock =
        DropBlock.builder().gammaRule(GammaRule.EXACT).blockSize(3).seed(6).build();
    double before = 1.1;
    for (long step = 0; step <= 100; step += 25) {
      double kept = dropBlock.withKeepProb(schedule.at(step)).sample(SHAPE, step).keptFraction();
      assertEquals(schedule.at(step), kept, .03);
      assertTrue(kept < before);
      before = kept;
    }
  }

  @Test
  void textNamesEachChoice() {
    String text = DropBlock.builder().keepProb(.75).blockSize(5).seed(42).build().toString();
    for (String part : new String[] {"keepProb=0.75", "5", "VALID", "PAPER", "seed=42"}) {
      assertTrue(text.contains(part), text);
    }
  }
}
