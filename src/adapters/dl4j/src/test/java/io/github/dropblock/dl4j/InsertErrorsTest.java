package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.regex.PatternSyntaxException;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.junit.jupiter.api.Test;

/** Places that are not there, and other wrong arguments, are refused with what there is. */
class InsertErrorsTest {
  private static final DropBlockDropout DROPOUT = DropBlockDropout.of(.9, 3, 1);

  private final MultiLayerConfiguration chain =
      Networks.defaults()
          .list()
          .layer(Networks.convolution(4).build())
          .layer(Networks.output())
          .setInputType(InputType.convolutional(Networks.SIDE, Networks.SIDE, 1))
          .build();
  private final ComputationGraphConfiguration graph =
      Networks.defaults()
          .graphBuilder()
          .addInputs("in")
          .layer("conv", Networks.convolution(4).build(), "in")
          .layer("out", Networks.output(), "conv")
          .setOutputs("out")
          .setInputTypes(InputType.convolutional(Networks.SIDE, Networks.SIDE, 1))
          .build();

  private void assertRefused(String message, Where where, DropBlockDropout dropout) {
    String ofGraph =
        assertThrows(IllegalArgumentException.class, () -> DropBlocks.insert(graph, where, dropout))
            .getMessage();
    assertEquals(message, ofGraph);
    String ofChain =
        assertThrows(IllegalArgumentException.class, () -> DropBlocks.insert(chain, where, dropout))
            .getMessage();
    assertEquals(
        message.replace("0 conv, 1 out", "0 layer0, 1 layer1").replace("after out", "after layer1"),
        ofChain);
  }

  @Test
  void whatMatchesNothingIsAnswered() {
    assertRefused(
        "where must match one of [0 conv, 1 out]: the name bn.*", Where.named("bn.*"), DROPOUT);
    assertRefused(
        "where must match one of [0 conv, 1 out]: inputs of the predicate",
        Where.layers(layer -> layer instanceof LSTM).onInputs(),
        DROPOUT);
    assertRefused("where must have indices of [0 conv, 1 out]: 2", Where.at(0, 2), DROPOUT);
    assertRefused("where must have indices of [0 conv, 1 out]: -1", Where.at(-1), DROPOUT);
  }

  @Test
  void nothingIsDroppedAfterTheLastLayer() {
    assertRefused(
        "where must match layers with others after them, but nothing is after out",
        Where.at(0, 1),
        DROPOUT);
  }

  @Test
  void theLayoutIsThatOfTheConvolutions() {
    assertRefused(
        "dropout must have the layout of the network's convolutions, which are NCHW:"
            + " CHANNELS_LAST",
        Where.at(0),
        DROPOUT.withLayout(DataLayout.CHANNELS_LAST));
    MultiLayerConfiguration last =
        Networks.defaults()
            .list()
            .layer(Networks.convolution(4).dataFormat(CNN2DFormat.NHWC).build())
            .layer(Networks.output())
            .setInputType(InputType.convolutional(6, 6, 1, CNN2DFormat.NHWC))
            .build();
    assertThrows(
        IllegalArgumentException.class, () -> DropBlocks.insert(last, Where.at(0), DROPOUT));
    DropBlocks.insert(last, Where.at(0), DROPOUT.withLayout(DataLayout.CHANNELS_LAST));
  }

  @Test
  void argumentsAreThere() {
    assertRefused("where must not be null", null, DROPOUT);
    assertRefused("dropout must not be null", Where.at(0), null);
    MultiLayerConfiguration none = null;
    assertThrows(
        IllegalArgumentException.class, () -> DropBlocks.insert(none, Where.at(0), DROPOUT));
    assertThrows(IllegalArgumentException.class, () -> Where.named(null));
    assertThrows(PatternSyntaxException.class, () -> Where.named("["));
    assertThrows(IllegalArgumentException.class, () -> Where.at());
    assertThrows(IllegalArgumentException.class, () -> Where.at((int[]) null));
    assertThrows(IllegalArgumentException.class, () -> Where.layers(null));
  }
}
