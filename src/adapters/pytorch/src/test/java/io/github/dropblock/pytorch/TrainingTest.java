package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest extends EngineTest {
  /**
   * Each of the two classes is as likely as the other at first: ln 2, and then they are told apart.
   */
  @ParameterizedTest
  @EnumSource(names = {"Float", "BFloat16"})
  void aSmallNetworkLearns(ScalarType type) {
    int steps = 60;
    DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(1).build();
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .8, steps);
    DropBlockModule afterConvolution = new DropBlockModule(dropBlock, schedule);
    DropBlockModule onSkip = new DropBlockModule(dropBlock.withSeed(2), schedule);
    torch.manual_seed(1);
    SmallNetwork network = new SmallNetwork(afterConvolution, onSkip);
    network.to(type, false);
    SGDOptions options = new SGDOptions(.1);
    options.momentum().put(.9);
    Optimizer optimizer = new SGD(network.parameters(), options);
    float before = network.evaluate(-1);
    for (int step = 0; step < steps; step++) {
      network.step(optimizer, step);
    }
    float after = network.evaluate(-1);
    assertTrue(after < .2 && before > .6, "loss from " + before + " to " + after);
    assertEquals(steps, afterConvolution.step());
    assertEquals(steps, onSkip.step());
  }
}
