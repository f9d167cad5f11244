package io.github.dropblock.accuracy.trial;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.tracker.CosineTracker;
import io.github.dropblock.Dropout;
import io.github.dropblock.accuracy.network.Sites;
import io.github.dropblock.djl.DropBlockLayer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A network and all that its training changes. The same trial gives the same bits. */
public final class Training implements AutoCloseable {
  private final Recipe recipe;
  private final Model model;
  private final List<DropBlockLayer> layers;
  private final SavableSgd optimizer;
  private final Trainer trainer;

  /**
   * What a step learns from.
   *
   * @param pixels the images
   * @param targets what the loss compares with the network's answer
   */
  public record Batch(NDArray pixels, NDArray targets) {}

  /**
   * A network with its first parameters, and with the cross entropy of probabilities of classes
   * along axis 1 as its loss.
   *
   * @param trial decides them, and the regularizers
   * @param recipe of the training
   * @param network makes it, with the trial's regularizers at its sites
   * @param input shape of one image
   */
  public Training(Trial trial, Recipe recipe, Function<Sites, Block> network, Shape input) {
    this(trial, recipe, network, input, Loss.softmaxCrossEntropyLoss("loss", 1, 1, false, true));
  }

  /** The same with another loss. */
  public Training(
      Trial trial, Recipe recipe, Function<Sites, Block> network, Shape input, Loss loss) {
    this.recipe = recipe;
    this.model = Model.newInstance("trial", Device.cpu());
    model.setBlock(network.apply(new TrialSites(trial, recipe.steps())));
    this.layers = layers(model.getBlock()).toList();
    this.optimizer =
        new SavableSgd(model.getNDManager(), learningRate(recipe), recipe.weightDecay());
    this.trainer = newTrainer(trial, input, loss);
  }

  private Trainer newTrainer(Trial trial, Shape input, Loss loss) {
    DefaultTrainingConfig config = new DefaultTrainingConfig(loss);
    Trainer created =
        model.newTrainer(config.optOptimizer(optimizer).optDevices(new Device[] {Device.cpu()}));
    // The engine's random numbers are for the initial parameters alone.
    Engine.getInstance().setRandomSeed(Math.toIntExact(trial.seed()));
    created.initialize(input);
    return created;
  }

  private static Stream<DropBlockLayer> layers(Block block) {
    return block instanceof DropBlockLayer layer
        ? Stream.of(layer)
        : block.getChildren().values().stream().flatMap(Training::layers);
  }

  private static CosineTracker learningRate(Recipe recipe) {
    return CosineTracker.builder()
        .setBaseValue((float) recipe.learningRate())
        .optFinalValue(0)
        .setMaxUpdates(recipe.steps())
        .build();
  }

  /** Trains for one epoch, counted from 0, and returns the mean loss of its steps. */
  public double epoch(int epoch, List<Function<NDManager, Batch>> batches) {
    int next = epoch * recipe.stepsPerEpoch();
    double sum = 0;
    for (Function<NDManager, Batch> batch : batches) {
      int step = next++;
      layers.forEach(layer -> layer.step(step));
      optimizer.setStep(step);
      sum += step(batch);
    }
    return sum / batches.size();
  }

  private double step(Function<NDManager, Batch> source) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      Batch batch = source.apply(manager);
      double value;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList output = trainer.forward(new NDList(batch.pixels()));
        NDArray loss = trainer.getLoss().evaluate(new NDList(batch.targets()), output);
        collector.backward(loss);
        value = loss.getFloat();
      }
      trainer.step();
      return value;
    }
  }

  /** What the network answers at inference. */
  public NDArray evaluate(NDList pixels) {
    return trainer.evaluate(pixels).singletonOrThrow();
  }

  /** Makes all regularizers keep everything from now on. */
  public void stopDropping() {
    layers.forEach(layer -> layer.configure(Dropout.of(1)));
  }

  /** Lets batch normalization see a batch; the parameters that are learned do not change. */
  public void observe(Function<NDManager, NDArray> pixels) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      trainer.forward(new NDList(pixels.apply(manager)));
    }
  }

  /** A manager of arrays that live as long as the training, or shorter in a manager below it. */
  public NDManager manager() {
    return trainer.getManager();
  }

  /** Writes parameters and velocities. */
  public void save(DataOutputStream out) throws IOException {
    saveParameters(out);
    optimizer.save(parameters(), out);
  }

  /** Writes the parameters alone: the trained network. */
  public void saveParameters(DataOutputStream out) throws IOException {
    Parameters.save(parameters(), out);
  }

  /** Goes on from what {@link #save} wrote. */
  public void load(DataInputStream in) throws IOException {
    loadParameters(in);
    optimizer.load(parameters(), in);
  }

  /** Takes over what {@link #saveParameters} wrote. */
  public void loadParameters(DataInputStream in) throws IOException {
    Parameters.load(model.getNDManager(), parameters(), in);
  }

  private List<Parameter> parameters() {
    return model.getBlock().getParameters().values();
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
