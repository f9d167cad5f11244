package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Model;
import ai.djl.nn.Parameter;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListener;
import ai.djl.util.Pair;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was saved and loaded goes on as if it had not been. */
class SavingTest {
  private static final long SEED = 0x7ffffffffffffff1L;
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.7).blockSize(3).seed(SEED).build();

  @TempDir private Path folder;
  private DropBlockLayer afterConvolution;
  private DropBlockLayer onSkip;

  /** A new network, whose layers have choices that loading has to overcome. */
  private Model model() {
    afterConvolution = DropBlockLayer.of(Dropout.of(.1, 3), KeepProbSchedule.constant(.2));
    onSkip = DropBlockLayer.of(DropBlock.builder().seed(4).build());
    return SmallNetwork.model(SmallNetwork.of(afterConvolution, onSkip));
  }

  /** The common start of all runs. */
  @BeforeEach
  void saveTheStart() throws Exception {
    try (Model model = model()) {
      SmallNetwork.trainer(model).close();
      afterConvolution.configure(DROP_BLOCK, KeepProbSchedule.linear(.9, .6, 6));
      onSkip.configure(DROP_BLOCK.withSeed(-2));
      model.save(folder, "start");
    }
  }

  /** The parameters after training from a saved state on, which is saved under another name. */
  private float[][] run(
      String from,
      int first,
      int end,
      String to,
      Consumer<DropBlockLayer> prepare,
      TrainingListener... listeners)
      throws Exception {
    try (Model model = model()) {
      model.load(folder, from);
      prepare.accept(afterConvolution);
      try (Trainer trainer = SmallNetwork.trainer(model, listeners)) {
        for (int step = first; step < end; step++) {
          SmallNetwork.step(trainer, step);
          trainer.notifyListeners(listener -> listener.onTrainingBatch(trainer, null));
        }
      }
      model.save(folder, to);
      return model.getBlock().getParameters().stream()
          .map(Pair<String, Parameter>::getValue)
          .map(parameter -> parameter.getArray().toFloatArray())
          .toArray(float[][]::new);
    }
  }

  @Test
  void itGoesOnToTheLastBit() throws Exception {
    float[][] uninterrupted = run("start", 0, 6, "whole", layer -> {});
    run("start", 0, 3, "half", layer -> {});
    assertArrayEquals(uninterrupted, run("half", 3, 6, "end", layer -> {}));
    assertEquals(6, afterConvolution.step());
    // Not so if only the step is another.
    assertFalse(
        Arrays.deepEquals(uninterrupted, run("half", 3, 6, "end", layer -> layer.startAt(4))));
  }

  @Test
  void itGoesOnWithAListener() throws Exception {
    DropBlockListener listener = new DropBlockListener();
    float[][] uninterrupted = run("start", 0, 6, "whole", layer -> {}, listener);
    run("start", 0, 3, "half", layer -> {}, listener);
    assertArrayEquals(uninterrupted, run("half", 3, 6, "end", layer -> {}, listener));
    assertArrayEquals(uninterrupted, run("start", 0, 6, "whole", layer -> {}));
  }

  @Test
  void theConfigurationIsRestored() throws Exception {
    run("start", 0, 2, "later", layer -> {});
    try (Model model = model()) {
      model.load(folder, "later");
      assertEquals(DROP_BLOCK, afterConvolution.regularizer());
      assertEquals(
          KeepProbSchedule.linear(.9, .6, 6).toMap(),
          afterConvolution.schedule().orElseThrow().toMap());
      assertEquals(DROP_BLOCK.withSeed(-2), onSkip.regularizer());
      assertEquals(Optional.empty(), onSkip.schedule());
      assertEquals(2, afterConvolution.step());
      assertEquals(2, onSkip.step());
    }
  }
}
