package io.github.dropblock.accuracy.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.github.dropblock.MonteCarlo;
import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.measure.Predictions;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.accuracy.network.MiniResNet.Layout;
import io.github.dropblock.accuracy.network.Network;
import io.github.dropblock.accuracy.network.Sites;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A network at inference, from a file.
 *
 * @param file of its parameters
 * @param layout how wide it is
 */
public record TrainedNetwork(Path file, Layout layout) {
  private static final int BATCH = 250;

  /** The accuracy while nothing is dropped. */
  public double accuracy(Images images) throws IOException {
    return accuracy(Trial.none(0), images);
  }

  /**
   * The accuracy while a regularizer goes on dropping.
   *
   * @param dropped which regularizer, where, at its keepProb
   * @param images what to classify
   */
  public double accuracy(Trial dropped, Images images) throws IOException {
    TrialSites sites = new TrialSites(dropped, 1);
    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = load(manager, sites);
      sites.layers().forEach(DropBlockLayer::enableAtInference);
      Block whole = network.whole();
      ParameterStore store = new ParameterStore(manager, false);
      return Accuracy.of(manager, x -> whole.forward(store, x, false).singletonOrThrow(), images);
    }
  }

  /**
   * The predictions for images, each the mean of several draws.
   *
   * @param dropped which regularizer goes on dropping, where, at its keepProb
   * @param draws how many
   * @param images what to classify
   */
  public Predictions predictions(Trial dropped, int draws, Images images) throws IOException {
    TrialSites sites = new TrialSites(dropped, 1);
    try (NDManager manager = NDManager.newBaseManager()) {
      Block whole = load(manager, sites).whole();
      sites.layers().forEach(DropBlockLayer::enableAtInference);
      ParameterStore store = new ParameterStore(manager, false);
      List<MonteCarlo> outputs = new ArrayList<>();
      for (Images batch : Batches.inOrder(images, BATCH)) {
        outputs.add(
            MonteCarlo.ofProbabilities(draws, () -> probabilities(manager, whole, store, batch)));
      }
      return Draws.predictions(outputs, Batches.labels(images));
    }
  }

  private static Tensor probabilities(
      NDManager manager, Block whole, ParameterStore store, Images batch) {
    try (NDManager scoped = manager.newSubManager()) {
      NDList pixels = new NDList(Batches.pixels(scoped, batch));
      NDArray scores = whole.forward(store, pixels, false).singletonOrThrow();
      return Tensor.of(
          scores.softmax(1).toFloatArray(), Shape.nc(batch.count(), FashionMnist.CLASSES));
    }
  }

  /** The class activation maps of images, each for its own label. */
  public List<ActivationMap> activationMaps(Images images) throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = load(manager, (site, group) -> Blocks.identityBlock());
      List<Parameter> head = network.head().getParameters().values();
      float[] weights = head.get(0).getArray().toFloatArray();
      ParameterStore store = new ParameterStore(manager, false);
      return Batches.inOrder(images, BATCH).stream()
          .flatMap(
              batch -> {
                try (NDManager scoped = manager.newSubManager()) {
                  NDList pixels = new NDList(Batches.pixels(scoped, batch));
                  NDArray maps =
                      network.features().forward(store, pixels, false).singletonOrThrow();
                  return ActivationMap.of(maps, weights, Batches.labels(batch)).stream();
                }
              })
          .toList();
    }
  }

  private Network load(NDManager manager, Sites sites) throws IOException {
    Network network = MiniResNet.build(layout, sites, FashionMnist.CLASSES);
    Block whole = network.whole();
    whole.initialize(manager, DataType.FLOAT32, MiniResNet.INPUT);
    ModelFile.read(file, in -> Parameters.load(manager, whole.getParameters().values(), in));
    return network;
  }
}
