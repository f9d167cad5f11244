package io.github.dropblock.accuracy.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum, by the engine's own step. Unlike DJL's {@code Sgd}, it
 * can be saved and goes on as if it had not stopped.
 */
final class SavableSgd extends Optimizer {
  private static final float MOMENTUM = 0.9f;

  private final NDManager manager;
  private final Tracker learningRate;
  private final Map<String, NDArray> velocities = new HashMap<>();
  private int step;

  SavableSgd(NDManager manager, Tracker learningRate, double weightDecay) {
    super(new Settings().optWeightDecays((float) weightDecay));
    this.manager = manager;
    this.learningRate = learningRate;
  }

  /** Sets the step, which decides the learning rate. */
  void setStep(int newStep) {
    step = newStep;
  }

  @Override
  public void update(String parameterId, NDArray weight, NDArray gradient) {
    NDArray velocity =
        velocities.computeIfAbsent(parameterId, id -> manager.zeros(weight.getShape()));
    weight
        .getNDArrayInternal()
        .sgdUpdate(
            new NDList(weight, gradient, velocity),
            new NDList(weight),
            learningRate.getNewValue(step),
            getWeightDecay(),
            rescaleGrad,
            clipGrad,
            MOMENTUM,
            true);
  }

  /** Writes the velocities of the parameters, in their order. */
  void save(List<Parameter> parameters, DataOutputStream out) throws IOException {
    for (Parameter parameter : parameters) {
      NDArray velocity = velocities.get(parameter.getId());
      byte[] bytes = velocity == null ? new byte[0] : velocity.encode();
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  /** Reads what {@link #save} wrote. */
  void load(List<Parameter> parameters, DataInputStream in) throws IOException {
    for (Parameter parameter : parameters) {
      byte[] bytes = in.readNBytes(in.readInt());
      if (bytes.length > 0) {
        velocities.put(parameter.getId(), NDArray.decode(manager, bytes));
      }
    }
  }

  private static final class Settings extends OptimizerBuilder<Settings> {
    @Override
    protected Settings self() {
      return this;
    }
  }
}
