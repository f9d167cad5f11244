package io.github.dropblock.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The places where a network keeps its layers, in the order of a forward pass. */
abstract class LayerSlots {
  static LayerSlots of(Model network) {
    if (network instanceof MultiLayerNetwork chain && chain.getLayers() != null) {
      return new OfChain(chain);
    }
    if (network instanceof ComputationGraph graph && graph.getLayers() != null) {
      return new OfGraph(graph);
    }
    throw new IllegalArgumentException(
        "network must be a MultiLayerNetwork or a ComputationGraph after init(): "
            + (network == null ? null : network.getClass().getName()));
  }

  abstract int size();

  abstract Layer get(int i);

  abstract void set(int i, Layer layer);

  abstract int iteration();

  abstract int epoch();

  /** Returns the output at inference. */
  abstract INDArray output(INDArray x);

  /** Returns where a layer has a dropout of this library. */
  final List<Integer> withDropout() {
    return IntStream.range(0, size()).filter(i -> dropoutOf(get(i)) != null).boxed().toList();
  }

  /** Returns the dropout of a layer's input, or null. */
  static DropBlockDropout dropoutOf(Layer layer) {
    return dropoutOf(layer.conf().getLayer());
  }

  private static DropBlockDropout dropoutOf(org.deeplearning4j.nn.conf.layers.Layer layer) {
    if (ConfiguredLayers.inner(layer) instanceof Bidirectional
        && ConfiguredLayers.dropoutsOf(layer).findAny().isPresent()) {
      throw new IllegalArgumentException(
          "network must have no DropBlockDropout inside a Bidirectional layer to drop at inference;"
              + " put a DropoutLayer in front of it: "
              + layer.getLayerName());
    }
    return ConfiguredLayers.dropoutsOf(layer).findAny().orElse(null);
  }

  private static final class OfChain extends LayerSlots {
    private final MultiLayerNetwork network;

    OfChain(MultiLayerNetwork network) {
      this.network = network;
    }

    @Override
    int size() {
      return network.getLayers().length;
    }

    @Override
    Layer get(int i) {
      return network.getLayers()[i];
    }

    @Override
    void set(int i, Layer layer) {
      network.getLayers()[i] = layer;
    }

    @Override
    int iteration() {
      return network.getIterationCount();
    }

    @Override
    int epoch() {
      return network.getEpochCount();
    }

    @Override
    INDArray output(INDArray x) {
      return network.output(x);
    }
  }

  private static final class OfGraph extends LayerSlots {
    private final ComputationGraph graph;
    private final List<LayerVertex> vertices = new ArrayList<>();

    OfGraph(ComputationGraph graph) {
      this.graph = graph;
      for (int i : graph.topologicalSortOrder()) {
        if (graph.getVertices()[i] instanceof LayerVertex vertex) {
          vertices.add(vertex);
        }
      }
    }

    @Override
    int size() {
      return vertices.size();
    }

    @Override
    Layer get(int i) {
      return vertices.get(i).getLayer();
    }

    /** The graph keeps each layer twice. */
    @Override
    void set(int i, Layer layer) {
      Layer old = get(i);
      Arrays.asList(graph.getLayers()).replaceAll(l -> l == old ? layer : l);
      vertices.get(i).setLayer(layer);
    }

    @Override
    int iteration() {
      return graph.getIterationCount();
    }

    @Override
    int epoch() {
      return graph.getConfiguration().getEpochCount();
    }

    @Override
    INDArray output(INDArray x) {
      return graph.outputSingle(x);
    }
  }
}
