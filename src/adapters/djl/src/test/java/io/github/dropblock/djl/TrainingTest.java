package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.training.Trainer;
import io.github.dropblock.DropBlock;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.junit.jupiter.api.Test;

class TrainingTest {
  /**
   * Each of the two classes is as likely as the other at first: ln 2, and then they are told apart.
   */
  @Test
  void aSmallNetworkLearns() {
    int steps = 60;
    DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(1).build();
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .8, steps);
    DropBlockLayer afterConvolution = DropBlockLayer.of(dropBlock, schedule);
    DropBlockLayer onSkip = DropBlockLayer.of(dropBlock.withSeed(2), schedule);
    try (Model model = SmallNetwork.model(SmallNetwork.of(afterConvolution, onSkip));
        Trainer trainer = SmallNetwork.trainer(model)) {
      float before = SmallNetwork.loss(trainer, -1);
      for (int step = 0; step < steps; step++) {
        SmallNetwork.step(trainer, step);
      }
      float after = SmallNetwork.loss(trainer, -1);
      assertTrue(after < .2 && before > .6, "loss from " + before + " to " + after);
      assertEquals(steps, afterConvolution.step());
      assertEquals(steps, onSkip.step());
    }
  }
}
