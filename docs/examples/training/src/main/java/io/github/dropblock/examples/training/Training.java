package io.github.dropblock.examples.training;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import io.github.dropblock.djl.DropBlockListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains a network with DropBlock and prints its accuracy: {@code [--quick] [FOLDER]}. */
public final class Training {
  private static final String FOLDER = "/usr/share/datasets/fashion-mnist";
  private static final int BATCH = 50;

  private Training() {}

  public static void main(String[] arguments) throws IOException, TranslateException {
    List<String> list = List.of(arguments);
    boolean quick = list.contains("--quick");
    Path folder =
        Path.of(list.stream().filter(a -> !a.startsWith("--")).findFirst().orElse(FOLDER));
    run(folder, quick ? 1000 : 5000, quick ? 500 : 2000, quick ? 3 : 8);
  }

  /** Returns the accuracy after the training. */
  static double run(Path folder, int trainingImages, int testImages, int epochs)
      throws IOException, TranslateException {
    boolean real = Files.exists(folder.resolve("train-images-idx3-ubyte.gz"));
    System.out.println(real ? "Fashion-MNIST of " + folder : "generated images, none in " + folder);
    Images training =
        real ? Images.read(folder, "train", trainingImages) : Images.generate(trainingImages, 1);
    Images test = real ? Images.read(folder, "t10k", testImages) : Images.generate(testImages, 2);

    Engine.getInstance().setRandomSeed(1);
    Network network = new Network(Images.CLASSES, (long) epochs * trainingImages / BATCH);
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
            .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.005f)).build())
            .addTrainingListeners(new DropBlockListener()); // each batch is one step
    try (Model model = Model.newInstance("example");
        NDManager manager = NDManager.newBaseManager()) {
      model.setBlock(network.block());
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(BATCH, 1, Images.SIDE, Images.SIDE));
        ArrayDataset testBatches = test.dataset(manager, BATCH, false);
        train(trainer, training.dataset(manager, BATCH, true), testBatches, epochs);
        return accuracy(trainer, testBatches);
      }
    }
  }

  private static void train(Trainer trainer, ArrayDataset training, ArrayDataset test, int epochs)
      throws IOException, TranslateException {
    trainer.notifyListeners(listener -> listener.onTrainingBegin(trainer));
    for (int epoch = 1; epoch <= epochs; epoch++) {
      for (Batch batch : trainer.iterateDataset(training)) {
        try (batch) {
          EasyTrain.trainBatch(trainer, batch);
          trainer.step();
        }
      }
      System.out.printf("epoch %d: accuracy %.1f%%%n", epoch, 100 * accuracy(trainer, test));
    }
  }

  /** Returns the share of images whose class is recognized; nothing is dropped. */
  private static double accuracy(Trainer trainer, ArrayDataset images)
      throws IOException, TranslateException {
    long right = 0;
    long count = 0;
    for (Batch batch : trainer.iterateDataset(images)) {
      try (batch) {
        NDArray classes = trainer.evaluate(new NDList(batch.getData())).head().argMax(1);
        NDArray labels = batch.getLabels().head().toType(classes.getDataType(), false);
        right += classes.eq(labels).countNonzero().getLong();
        count += batch.getSize();
      }
    }
    return (double) right / count;
  }
}
