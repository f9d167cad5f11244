package io.github.dropblock.djl;

import ai.djl.nn.Block;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListenerAdapter;
import java.util.List;

/**
 * Makes each training batch one step of all {@link DropBlockLayer}s of the model, however often
 * each of them is used in it.
 *
 * <pre>{@code
 * new DefaultTrainingConfig(loss).addTrainingListeners(new DropBlockListener())
 * }</pre>
 *
 * <p>A batch has ended when the trainer's listeners are told so, as {@link
 * ai.djl.training.EasyTrain} does; a loop of one's own calls {@code
 * trainer.notifyListeners(listener -> listener.onTrainingBatch(trainer, batchData))}, or {@link
 * DropBlockLayer#step(long)}. Layers are found through {@link Block#getChildren}.
 *
 * <p>It has no state: one listener serves any number of trainers.
 *
 * @since 0.1.0
 */
public final class DropBlockListener extends TrainingListenerAdapter {
  /** Makes a listener. */
  public DropBlockListener() {}

  /** Keeps the layers at the step that they have reached; they no longer count by themselves. */
  @Override
  public void onTrainingBegin(Trainer trainer) {
    layers(trainer).forEach(layer -> layer.passes().takeOver());
  }

  /** Moves the layers to the next step. */
  @Override
  public void onTrainingBatch(Trainer trainer, BatchData batchData) {
    layers(trainer).forEach(layer -> layer.passes().advance());
  }

  private static List<DropBlockLayer> layers(Trainer trainer) {
    return DropBlocks.layers(trainer.getModel().getBlock());
  }
}
