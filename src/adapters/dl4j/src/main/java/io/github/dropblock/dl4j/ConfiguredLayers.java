package io.github.dropblock.dl4j;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/** What the configurations of layers tell. */
final class ConfiguredLayers {
  private ConfiguredLayers() {}

  /** Returns the layer in a layer that freezes or wraps it, or else the layer itself. */
  static Layer inner(Layer layer) {
    if (layer instanceof FrozenLayer frozen) {
      return inner(frozen.getLayer());
    }
    return layer instanceof BaseWrapperLayer wrapper ? inner(wrapper.getUnderlying()) : layer;
  }

  /** Returns the dropouts of a layer's input; a bidirectional layer may have two. */
  static Stream<DropBlockDropout> dropoutsOf(Layer layer) {
    Layer inner = inner(layer);
    if (inner instanceof Bidirectional both) {
      return Stream.of(both.getFwd(), both.getBwd()).flatMap(ConfiguredLayers::dropoutsOf);
    }
    return inner.getIDropout() instanceof DropBlockDropout dropout
        ? Stream.of(dropout)
        : Stream.empty();
  }

  /**
   * Whether nobody but the next layer reads the output's memory, so that it may be overwritten.
   * Frozen layers may return their input, and some others need their output for their gradient.
   */
  static boolean ownsOutput(Layer layer) {
    return layer instanceof ConvolutionLayer
        || layer instanceof BatchNormalization
        || layer instanceof SubsamplingLayer
        || layer instanceof DenseLayer
        || layer instanceof ActivationLayer;
  }

  /** Refuses a dropout whose layout is not that of all the convolutions over images. */
  static void checkLayout(DropBlockDropout dropout, Stream<Layer> layers) {
    Set<CNN2DFormat> formats =
        layers
            .map(ConfiguredLayers::inner)
            .filter(l -> !(l instanceof Convolution1DLayer || l instanceof Convolution3D))
            .filter(ConvolutionLayer.class::isInstance)
            .map(layer -> ((ConvolutionLayer) layer).getCnn2dDataFormat())
            .collect(Collectors.toSet());
    CNN2DFormat other =
        dropout.getLayout() == DataLayout.CHANNELS_LAST ? CNN2DFormat.NCHW : CNN2DFormat.NHWC;
    if (formats.equals(Set.of(other))) {
      throw new IllegalArgumentException(
          "dropout must have the layout of the network's convolutions, which are %s: %s"
              .formatted(other, dropout.getLayout()));
    }
  }
}
