package io.github.dropblock.dl4j.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.dl4j.DropBlockDropout;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.deeplearning4j.zoo.model.ResNet50;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The zoo's ResNet-50, read from JSON, takes layers, keeps its parameters, and trains. */
class InsertIntoResNetTest {
  /** The least for which the last pooling layer has an output. */
  private static final int SIDE = 133;

  private static ComputationGraph plain() {
    ResNet50 zoo =
        ResNet50.builder()
            .seed(1)
            .numClasses(4)
            .inputShape(new int[] {3, SIDE, SIDE})
            .weightInit(new WeightInitXavier())
            .updater(new Sgd(0.001))
            .build();
    String json = zoo.graphBuilder().build().toJson();
    ComputationGraph plain = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
    plain.init();
    return plain;
  }

  @Test
  void aResNetTakesLayersAndTrains() {
    ComputationGraph plain = plain();
    ComputationGraph dropping = InsertIntoResNet.withDropBlock(plain, 4);
    assertPlaces(dropping);
    DataSet data =
        new DataSet(
            Nd4j.rand(DataType.FLOAT, 4, 3, SIDE, SIDE), Nd4j.eye(4).castTo(DataType.FLOAT));
    INDArray before = plain.outputSingle(data.getFeatures());
    assertTrue(before.maxNumber().doubleValue() < 1, "" + before);
    assertEquals(before, dropping.outputSingle(data.getFeatures()));
    for (int step = 0; step < 4; step++) {
      dropping.fit(data);
      assertTrue(Double.isFinite(dropping.score()), "" + dropping.score());
    }
    for (String weights : List.of("stem-cnn1_W", "res4b_branch2a_W", "output_W")) {
      assertNotEquals(plain.getParam(weights), dropping.getParam(weights));
    }
    assertNotEquals(before, dropping.outputSingle(data.getFeatures()));
    assertEquals(before, plain.outputSingle(data.getFeatures()));
  }

  /** Two after the convolutions and two at the sum of each of 6 and 3 blocks. */
  private static void assertPlaces(ComputationGraph network) {
    Map<Object, Integer> perSchedule = new TreeMap<>((a, b) -> a.toString().compareTo("" + b));
    Set<Object> seeds = new HashSet<>();
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer().getIDropout() instanceof DropBlockDropout dropout) {
        perSchedule.merge(dropout.getSchedule(), 1, Integer::sum);
        seeds.add(dropout.getRegularizer().get("seed"));
      }
    }
    assertEquals(Set.of(12, 24), new HashSet<>(perSchedule.values()));
    assertEquals(36, seeds.size());
  }
}
