package io.github.dropblock.accuracy.trial;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.tracker.CosineTracker;
import io.github.dropblock.LabelSmoothing;
import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.djl.DropBlockLayer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** A network and all that its training changes. The same trial gives the same bits. */
final class Training implements AutoCloseable {
  private static final double SMOOTHING_BESIDE_DROPBLOCK = 0.1;

  private final Trial trial;
  private final Recipe recipe;
  private final Model model;
  private final List<DropBlockLayer> layers;
  private final LabelSmoothing smoothing;
  private final SavableSgd optimizer;
  private final Trainer trainer;

  Training(Trial trial, Recipe recipe) {
    this.trial = trial;
    this.recipe = recipe;
    this.model = Model.newInstance("trial", Device.cpu());
    this.smoothing = LabelSmoothing.of(smoothing());
    TrialSites sites = new TrialSites(trial, recipe.steps());
    model.setBlock(MiniResNet.build(sites, FashionMnist.CLASSES).whole());
    this.layers = sites.layers();
    this.optimizer =
        new SavableSgd(model.getNDManager(), learningRate(recipe), recipe.weightDecay());
    this.trainer = newTrainer();
  }

  private double smoothing() {
    return switch (trial.method()) {
      case LABEL_SMOOTHING -> 1 - trial.keepProb();
      case DROPBLOCK_LABEL_SMOOTHING -> SMOOTHING_BESIDE_DROPBLOCK;
      default -> 0;
    };
  }

  private Trainer newTrainer() {
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss("loss", 1, -1, false, true));
    Trainer created =
        model.newTrainer(config.optOptimizer(optimizer).optDevices(new Device[] {Device.cpu()}));
    // The engine's random numbers are for the initial parameters alone.
    Engine.getInstance().setRandomSeed(Math.toIntExact(trial.seed()));
    created.initialize(MiniResNet.INPUT);
    return created;
  }

  private static CosineTracker learningRate(Recipe recipe) {
    return CosineTracker.builder()
        .setBaseValue((float) recipe.learningRate())
        .optFinalValue(0)
        .setMaxUpdates(recipe.steps())
        .build();
  }

  /** Trains for one epoch, counted from 0, and returns the mean loss. */
  double epoch(Images images, int epoch) {
    int next = epoch * recipe.stepsPerEpoch();
    double sum = 0;
    for (Images batch : Batches.shuffled(images, recipe.batchSize(), trial.seed(), epoch)) {
      int step = next++;
      layers.forEach(layer -> layer.step(step));
      optimizer.setStep(step);
      sum += step(batch);
    }
    return sum / recipe.stepsPerEpoch();
  }

  private double step(Images batch) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray targets =
          manager.create(
              smoothing.smooth(Batches.labels(batch), FashionMnist.CLASSES),
              new Shape(batch.count(), FashionMnist.CLASSES));
      double value;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList output = trainer.forward(new NDList(Batches.pixels(manager, batch)));
        NDArray loss = trainer.getLoss().evaluate(new NDList(targets), output);
        collector.backward(loss);
        value = loss.getFloat();
      }
      trainer.step();
      return value;
    }
  }

  /** The share of images that are classified correctly. */
  double accuracy(Images images) {
    return Accuracy.of(trainer.getManager(), x -> trainer.evaluate(x).singletonOrThrow(), images);
  }

  /** Writes parameters and velocities. */
  void save(DataOutputStream out) throws IOException {
    saveParameters(out);
    optimizer.save(parameters(), out);
  }

  /** Writes the parameters alone: the trained network. */
  void saveParameters(DataOutputStream out) throws IOException {
    Parameters.save(parameters(), out);
  }

  /** Goes on from what {@link #save} wrote. */
  void load(DataInputStream in) throws IOException {
    Parameters.load(model.getNDManager(), parameters(), in);
    optimizer.load(parameters(), in);
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
