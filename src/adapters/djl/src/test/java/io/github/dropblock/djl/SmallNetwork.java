package io.github.dropblock.djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import java.util.Random;

/** A residual network of three convolutions, and data that it can learn. */
final class SmallNetwork {
  static final int CHANNELS = 8;
  static final int SIZE = 12;
  private static final int BATCH = 16;

  private SmallNetwork() {}

  /** A network with one layer after a convolution and one on the skip connection beside it. */
  static SequentialBlock of(DropBlockLayer afterConvolution, DropBlockLayer onSkip) {
    return new SequentialBlock()
        .add(convolution())
        .add(Activation::relu)
        .add(residual(afterConvolution, onSkip))
        .add(Activation::relu)
        .add(Pool.globalAvgPool2dBlock())
        .add(Linear.builder().setUnits(2).build());
  }

  static Block residual(Block afterConvolution, Block onSkip) {
    Block branch = new SequentialBlock().add(convolution()).add(afterConvolution);
    return new ParallelBlock(
        parts -> new NDList(parts.get(0).head().add(parts.get(1).head())), List.of(branch, onSkip));
  }

  static Block convolution() {
    return Conv2d.builder()
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .setFilters(CHANNELS)
        .build();
  }

  static Model model(Block network) {
    Model model = Model.newInstance("small", "PyTorch");
    model.setBlock(network);
    return model;
  }

  /** Without momentum: DJL's files do not hold the optimizer's state. */
  static Trainer trainer(Model model, TrainingListener... listeners) {
    return trainer(model, SIZE, listeners);
  }

  /** A trainer on images of another size. */
  static Trainer trainer(Model model, int size, TrainingListener... listeners) {
    Engine.getInstance().setRandomSeed(1);
    Trainer trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(.1f)).build())
                .addTrainingListeners(listeners));
    trainer.initialize(new Shape(BATCH, 1, size, size));
    return trainer;
  }

  /** One step of training on the batch of that number. */
  static float step(Trainer trainer, int number) {
    return step(trainer, number, SIZE);
  }

  static float step(Trainer trainer, int number, int size) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray labels = labels(manager);
      NDArray loss;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList outputs = trainer.forward(new NDList(images(manager, number, size)));
        loss = trainer.getLoss().evaluate(new NDList(labels), outputs);
        collector.backward(loss);
      }
      trainer.step();
      return loss.getFloat();
    }
  }

  /** The loss of a batch without dropping. */
  static float loss(Trainer trainer, int number) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDList outputs = trainer.evaluate(new NDList(images(manager, number, SIZE)));
      return trainer.getLoss().evaluate(new NDList(labels(manager)), outputs).getFloat();
    }
  }

  private static NDArray labels(NDManager manager) {
    float[] labels = new float[BATCH];
    for (int i = 0; i < BATCH; i++) {
      labels[i] = i % 2;
    }
    return manager.create(labels);
  }

  /** Noise with horizontal stripes, or with vertical ones. */
  static NDArray images(NDManager manager, int number, int size) {
    Random random = new Random(number);
    float[] images = new float[BATCH * size * size];
    for (int i = 0; i < images.length; i++) {
      boolean vertical = i / (size * size) % 2 == 1;
      int line = vertical ? i % size : i / size % size;
      images[i] = line % 3 + (float) random.nextGaussian() / 2;
    }
    return manager.create(images, new Shape(BATCH, 1, size, size));
  }
}
