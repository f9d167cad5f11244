package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.dropblock.internal.random.ThreefrySpecification;
import io.github.dropblock.oracle.Allocation;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One rule for the regularizer of a step and a use. */
class ScheduledRegularizerTest {
  private static final DropBlock DROP_BLOCK = DropBlock.of(.9, 3, 5);
  private static final KeepProbSchedule SCHEDULE = KeepProbSchedule.linear(1, .5, 10);
  private static final ScheduledRegularizer SCHEDULED =
      ScheduledRegularizer.of(DROP_BLOCK, SCHEDULE);

  /** Use u > 0 has the first word of the block with key (seed, u) and counter (-1, -1) as seed. */
  @Test
  void aUseHasTheSchedulesKeepProbAndASeedOfItsOwn() {
    for (long step : new long[] {0, 3, 10, 3, 99}) {
      DropBlock at = DROP_BLOCK.withKeepProb(SCHEDULE.at(step));
      assertEquals(at, SCHEDULED.at(step));
      assertEquals(at, SCHEDULED.at(step, 0));
      for (long use : new long[] {1, 2, 256, 257, 1L << 40}) {
        long seed = ThreefrySpecification.block(5, use, -1, -1)[0];
        assertEquals(at.withSeed(seed), SCHEDULED.at(step, use));
        assertEquals(at.forUse(use), SCHEDULED.at(step, use));
        assertEquals(at.forUse(use), SCHEDULED.withKeepProb(SCHEDULE.at(step), use));
      }
      long seed = ThreefrySpecification.block(5, -1, -1, -1)[0];
      assertEquals(at.withSeed(seed), SCHEDULED.forInference(step));
    }
  }

  @Test
  void withoutAScheduleTheRegularizerStays() {
    ScheduledRegularizer plain = ScheduledRegularizer.of(Cutout.of(2, 3, 5));
    assertSame(plain.regularizer(), plain.at(17));
    assertEquals(Cutout.of(2, 3, 5).forUse(4), plain.at(17, 4));
    assertEquals(Optional.empty(), plain.schedule());
    assertEquals(Optional.of(SCHEDULE), SCHEDULED.schedule());
    assertEquals(DROP_BLOCK, SCHEDULED.regularizer());
  }

  /** It stayed at 0.5 once. */
  @Test
  void aKeepProbOfTheEngineChangesNoOtherAnswer() {
    ScheduledRegularizer plain = ScheduledRegularizer.of(DROP_BLOCK);
    assertEquals(DROP_BLOCK.withKeepProb(.5), plain.withKeepProb(.5, 0));
    assertSame(DROP_BLOCK, plain.at(0));
    assertEquals(DROP_BLOCK.forUse(1), plain.at(0, 1));
    assertEquals(DROP_BLOCK.forInference(), plain.forInference(0));
  }

  @Test
  void aSeedReachesEveryUse() {
    ScheduledRegularizer other = SCHEDULED.withSeed(6);
    assertEquals(DROP_BLOCK.withKeepProb(.75).withSeed(6).forUse(2), other.at(5, 2));
    assertEquals(other, ScheduledRegularizer.of(DROP_BLOCK.withSeed(6), SCHEDULE));
    assertEquals(other.hashCode(), SCHEDULED.withSeed(6).hashCode());
    assertNotEquals(other, SCHEDULED);
    assertNotEquals(SCHEDULED, ScheduledRegularizer.of(DROP_BLOCK));
    assertEquals(DROP_BLOCK + ", linear(1.0, 0.5, 10)", SCHEDULED.toString());
  }

  @Test
  @Tag("allocation")
  void aSteadyKeepProbAllocatesNothing() {
    ScheduledRegularizer steady =
        ScheduledRegularizer.of(DROP_BLOCK, KeepProbSchedule.constant(.8));
    long bytes =
        Allocation.leastBytes(
            0,
            () -> {
              for (int use = 0; use < 20; use++) {
                steady.at(7, use).seed();
                steady.forInference(7).seed();
              }
            });
    assertEquals(0, bytes);
  }

  @Test
  void badArguments() {
    assertMessage("regularizer must not be null", () -> ScheduledRegularizer.of(null));
    assertMessage("schedule must not be null", () -> ScheduledRegularizer.of(DROP_BLOCK, null));
    assertMessage(
        "regularizer must have a keepProb for a schedule to drive: Cutout[holes=1, size=square(2),"
            + " normalization=NONE, fill=zero(), seed=3]",
        () -> ScheduledRegularizer.of(Cutout.of(1, 2, 3), SCHEDULE));
    assertMessage("step must be >= 0: -1", () -> SCHEDULED.at(-1));
    assertMessage("use must be >= 0: -1", () -> SCHEDULED.at(0, -1));
    assertMessage("step must be >= 0: -1", () -> SCHEDULED.forInference(-1));
    assertMessage("keepProb must be in [0, 1]: NaN", () -> SCHEDULED.withKeepProb(Double.NaN, 0));
  }
}
