package io.github.dropblock.djl.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.MonteCarlo;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
  private static final int DRAWS = 20;
  private static final int IMAGES = 4;
  private static final int CLASSES = 3;
  private static final Shape SHAPE = new Shape(IMAGES, 1, 12, 12);

  private final List<DropBlockLayer> layers =
      List.of(
          DropBlockLayer.of(DropBlock.builder().keepProb(.7).blockSize(3).seed(1).build()),
          DropBlockLayer.of(Dropout.of(.7, 2)));
  private NDManager manager;
  private Model model;
  private Trainer trainer;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
    Engine.getInstance().setRandomSeed(1);
    model = Model.newInstance("uncertain");
    model.setBlock(
        new SequentialBlock()
            .add(Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build())
            .add(BatchNorm.builder().build())
            .add(Activation::relu)
            .add(layers.get(0))
            .add(Pool.globalAvgPool2dBlock())
            .add(layers.get(1))
            .add(Linear.builder().setUnits(CLASSES).build()));
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(.1f)).build()));
    trainer.initialize(SHAPE);
  }

  @AfterEach
  void close() {
    trainer.close();
    model.close();
    manager.close();
  }

  private NDArray images() {
    float[] pixels = new float[(int) SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.sin(i * i);
    }
    return manager.create(pixels, SHAPE);
  }

  private void train() {
    try (GradientCollector collector = trainer.newGradientCollector()) {
      NDArray labels = manager.arange((float) IMAGES).mod(CLASSES);
      NDList outputs = trainer.forward(new NDList(images()));
      collector.backward(trainer.getLoss().evaluate(new NDList(labels), outputs));
    }
    trainer.step();
  }

  private float[][] parameters() {
    return model.getBlock().getParameters().values().stream()
        .map(parameter -> parameter.getArray().toFloatArray())
        .toArray(float[][]::new);
  }

  @Test
  void predictionsDifferAndTheirMeasuresAreThoseOfTheirDistribution() {
    train();
    MonteCarlo outputs = new Uncertainty(trainer, layers).of(images(), DRAWS);

    assertEquals(DRAWS, outputs.draws());
    double largest = 0;
    for (int image = 0; image < IMAGES; image++) {
      double sum = 0;
      double entropy = 0;
      for (int c = 0; c < CLASSES; c++) {
        double p = outputs.mean().get(image, c, 0, 0);
        sum += p;
        entropy -= p * Math.log(p);
        largest = Math.max(largest, outputs.variance().get(image, c, 0, 0));
      }
      double information = outputs.mutualInformation().get(image, 0, 0, 0);
      assertEquals(1, sum, 1e-5);
      assertEquals(entropy, outputs.entropy().get(image, 0, 0, 0), 1e-5);
      assertTrue(0 < information && information < entropy, "information " + information);
    }
    assertTrue(largest > 0, "no variance");
  }

  @Test
  void eachOfTwentyPredictionsIsAnother() {
    Uncertainty uncertainty = new Uncertainty(trainer, layers);
    layers.forEach(DropBlockLayer::enableAtInference);
    Set<String> distinct = new HashSet<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      distinct.add(Arrays.toString(uncertainty.probabilities(images()).data()));
    }
    assertEquals(DRAWS, distinct.size());
    layers.forEach(DropBlockLayer::disableAtInference);
    Tensor sure = uncertainty.probabilities(images());
    assertArrayEquals(sure.data(), uncertainty.probabilities(images()).data());
  }

  /** Predictions between two steps of training change neither parameters nor masks, to the bit. */
  @Test
  void trainingIsUnmoved() {
    for (int step = 0; step < 4; step++) {
      train();
    }
    float[][] expected = parameters();
    trainer.close();
    model.close();
    manager.close();
    layers.forEach(layer -> layer.startAt(0));
    open();
    for (int step = 0; step < 4; step++) {
      train();
      new Uncertainty(trainer, layers).of(images(), DRAWS);
    }
    assertArrayEquals(expected, parameters());
  }
}
