package io.github.dropblock.dl4j;

import java.util.HashSet;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.Activation;

/** Makes the layers that a network gets, with names and seeds that it does not have yet. */
final class NewLayers {
  private final NeuralNetConfiguration defaults;
  private final Set<String> names;
  private final FreeSeeds seeds;

  NewLayers(NeuralNetConfiguration defaults, Set<String> names, FreeSeeds seeds) {
    this.defaults = defaults;
    this.names = new HashSet<>(names);
    this.seeds = seeds;
  }

  NeuralNetConfiguration drop(String place) {
    return named(place + "-drop", new DropoutLayer(seeds.next()));
  }

  /** Returns the identity, whose output is memory of its own in training. */
  NeuralNetConfiguration copy(String place) {
    return named(place + "-copy", new ActivationLayer(Activation.IDENTITY));
  }

  private NeuralNetConfiguration named(String name, Layer layer) {
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "-" + i;
    }
    layer.setLayerName(free);
    // Gives the layer an updater and the like: without them JSON would pass for that of old files.
    new NeuralNetConfiguration.Builder().layer(layer).build();
    NeuralNetConfiguration configuration = defaults.clone();
    configuration.clearVariables();
    configuration.setLayer(layer);
    return configuration;
  }
}
