package io.github.dropblock.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Puts dropout layers into a chain of layers. */
final class ChainInsertion {
  private final List<NeuralNetConfiguration> old;
  private final Map<Integer, InputPreProcessor> oldPreProcessors;
  private final List<NeuralNetConfiguration> chain = new ArrayList<>();
  private final Map<Integer, InputPreProcessor> preProcessors = new HashMap<>();
  private final NewLayers layers;

  private ChainInsertion(MultiLayerConfiguration configuration, DropBlockDropout dropout) {
    old = configuration.getConfs();
    oldPreProcessors =
        configuration.getInputPreProcessors() == null
            ? Map.of()
            : configuration.getInputPreProcessors();
    List<Layer> all = old.stream().map(NeuralNetConfiguration::getLayer).toList();
    ConfiguredLayers.checkLayout(dropout, all.stream());
    Set<String> names = new HashSet<>();
    all.forEach(layer -> names.add(layer.getLayerName()));
    FreeSeeds seeds = new FreeSeeds(dropout, all.stream().flatMap(ConfiguredLayers::dropoutsOf));
    layers = new NewLayers(old.get(0), names, seeds);
  }

  static MultiLayerConfiguration insert(
      MultiLayerConfiguration configuration, Where where, DropBlockDropout dropout) {
    MultiLayerConfiguration copy = configuration.clone();
    ChainInsertion insertion = new ChainInsertion(copy, dropout);
    Set<Integer> selected = new HashSet<>(where.select(insertion.places()));
    for (int i = 0; i < insertion.old.size(); i++) {
      insertion.add(i, selected.contains(i), where.isOnInputs());
    }
    copy.setConfs(insertion.chain);
    copy.setInputPreProcessors(insertion.preProcessors);
    return copy;
  }

  private List<Where.Place> places() {
    return IntStream.range(0, old.size())
        .mapToObj(i -> new Where.Place(nameOf(i), ConfiguredLayers.inner(old.get(i).getLayer())))
        .toList();
  }

  private void add(int i, boolean selected, boolean inputs) {
    if (oldPreProcessors.get(i) != null) {
      // It goes to what is first here: the input of a layer is what its preprocessor gives.
      preProcessors.put(chain.size(), oldPreProcessors.get(i));
    }
    if (selected && inputs) {
      drop(nameOf(i) + "-input", i - 1);
    }
    chain.add(old.get(i));
    if (selected && !inputs) {
      if (i == old.size() - 1) {
        throw new IllegalArgumentException(
            "where must match layers with others after them, but nothing is after " + nameOf(i));
      }
      drop(nameOf(i), i);
    }
  }

  private String nameOf(int i) {
    String name = old.get(i).getLayer().getLayerName();
    return name == null ? "layer" + i : name;
  }

  /** The engine overwrites the input of each layer but the first. */
  private void drop(String place, int before) {
    if (before >= 0 && !ConfiguredLayers.ownsOutput(old.get(before).getLayer())) {
      chain.add(layers.copy(place));
    }
    chain.add(layers.drop(place));
  }
}
