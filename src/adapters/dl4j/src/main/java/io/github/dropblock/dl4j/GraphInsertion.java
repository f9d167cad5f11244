package io.github.dropblock.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Puts dropout layers into a graph. */
final class GraphInsertion {
  private final ComputationGraphConfiguration graph;

  /** The names of inputs, layers and vertices in the order of the forward pass. */
  private final List<String> order;

  private final NewLayers layers;

  private GraphInsertion(ComputationGraphConfiguration graph, DropBlockDropout dropout) {
    this.graph = graph;
    this.order = new ArrayList<>(order(graph));
    ConfiguredLayers.checkLayout(dropout, layersOf(graph));
    FreeSeeds seeds = new FreeSeeds(dropout, layersOf(graph).flatMap(ConfiguredLayers::dropoutsOf));
    layers = new NewLayers(graph.getDefaultConfiguration(), graph.getVertices().keySet(), seeds);
  }

  static ComputationGraphConfiguration insert(
      ComputationGraphConfiguration configuration, Where where, DropBlockDropout dropout) {
    GraphInsertion insertion = new GraphInsertion(copy(configuration), dropout);
    List<String> names = insertion.order.stream().filter(insertion::isVertex).toList();
    List<Where.Place> places = names.stream().map(insertion::place).toList();
    for (int i : where.select(places)) {
      if (where.isOnInputs()) {
        insertion.dropInputs(names.get(i));
      } else {
        insertion.dropOutput(names.get(i));
      }
    }
    insertion.keepOrder();
    return insertion.graph;
  }

  /** The engine's clone forgets the order, the iteration and the epoch. */
  private static ComputationGraphConfiguration copy(ComputationGraphConfiguration configuration) {
    ComputationGraphConfiguration copy = configuration.clone();
    copy.setTopologicalOrder(configuration.getTopologicalOrder());
    copy.setTopologicalOrderStr(configuration.getTopologicalOrderStr());
    copy.setIterationCount(configuration.getIterationCount());
    copy.setEpochCount(configuration.getEpochCount());
    return copy;
  }

  /** Returns the engine's own order, which is also that of the parameters. */
  private static List<String> order(ComputationGraphConfiguration graph) {
    new ComputationGraph(graph).calculateIndices();
    return graph.getTopologicalOrderStr();
  }

  private boolean isVertex(String name) {
    return graph.getVertices().containsKey(name);
  }

  private Where.Place place(String name) {
    Layer layer = layerOf(graph.getVertices().get(name));
    return new Where.Place(name, layer == null ? null : ConfiguredLayers.inner(layer));
  }

  private static Stream<Layer> layersOf(ComputationGraphConfiguration graph) {
    return graph.getVertices().values().stream()
        .map(GraphInsertion::layerOf)
        .filter(Objects::nonNull);
  }

  private static Layer layerOf(GraphVertex vertex) {
    if (vertex instanceof FrozenVertex frozen) {
      return layerOf(frozen.getUnderlying());
    }
    return vertex instanceof LayerVertex layer ? layer.getLayerConf().getLayer() : null;
  }

  private void dropOutput(String name) {
    List<List<String>> readers =
        graph.getVertexInputs().values().stream().filter(in -> in.contains(name)).toList();
    if (readers.isEmpty()) {
      throw new IllegalArgumentException(
          "where must match layers with others after them, but nothing is after " + name);
    }
    String drop = add(name, name, null, !ownsOutput(name) || isOutput(name));
    readers.forEach(inputs -> inputs.replaceAll(in -> in.equals(name) ? drop : in));
  }

  private void dropInputs(String name) {
    List<String> inputs = graph.getVertexInputs().get(name);
    InputPreProcessor preProcessor = null;
    if (graph.getVertices().get(name) instanceof LayerVertex layer) {
      preProcessor = layer.getPreProcessor();
      layer.setPreProcessor(null);
    }
    for (int i = 0; i < inputs.size(); i++) {
      String in = inputs.get(i);
      String place = name + "-input" + (inputs.size() == 1 ? "" : i);
      // The engine itself never overwrites the network's inputs.
      boolean copied = isVertex(in) && (!ownsOutput(in) || isOutput(in) || uses(in) > 1);
      inputs.set(i, add(place, in, preProcessor, copied));
    }
  }

  private boolean isOutput(String name) {
    return graph.getNetworkOutputs().contains(name);
  }

  private long uses(String name) {
    return graph.getVertexInputs().values().stream()
        .flatMap(List::stream)
        .filter(name::equals)
        .count();
  }

  private boolean ownsOutput(String name) {
    GraphVertex vertex = graph.getVertices().get(name);
    if (vertex instanceof ElementWiseVertex) {
      return true;
    }
    return vertex instanceof LayerVertex layer
        && ConfiguredLayers.ownsOutput(layer.getLayerConf().getLayer());
  }

  /** Adds a dropout layer, after a copy if need be, and returns its name. */
  private String add(String place, String input, InputPreProcessor preProcessor, boolean copied) {
    if (!copied) {
      return add(layers.drop(place), input, preProcessor);
    }
    return add(layers.drop(place), add(layers.copy(place), input, preProcessor), null);
  }

  private String add(NeuralNetConfiguration layer, String input, InputPreProcessor preProcessor) {
    String name = layer.getLayer().getLayerName();
    graph.getVertices().put(name, new LayerVertex(layer, preProcessor));
    graph.getVertexInputs().put(name, new ArrayList<>(List.of(input)));
    order.add(order.indexOf(input) + 1, name);
    return name;
  }

  /** Without it, the engine may order branches anew, and their parameters with them. */
  private void keepOrder() {
    List<String> numbered = new ArrayList<>(graph.getNetworkInputs());
    numbered.addAll(graph.getVertices().keySet());
    graph.setTopologicalOrder(order.stream().mapToInt(numbered::indexOf).toArray());
    graph.setTopologicalOrderStr(order);
  }
}
