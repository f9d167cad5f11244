package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.MaskFunction;
import io.github.dropblock.SampleMask;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Regularizers and schedules of the user's own. */
class CustomRegularizerTest {
  /** Drops whole rows; a service of the tests. */
  public static final class Rows implements MaskFunction {
    @Override
    public void draw(SampleMask sample) {
      drawRows(sample);
    }

    @Override
    public String name() {
      return "dl4j-test-rows";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rows;
    }

    @Override
    public int hashCode() {
      return name().hashCode();
    }
  }

  private static void drawRows(SampleMask sample) {
    int width = sample.shape().w();
    for (int i = 0; i < sample.shape().c() * sample.shape().h(); i++) {
      if (!sample.random().bernoulli(sample.keepProb(), i)) {
        sample.dropRun(i * width, width);
      }
    }
  }

  private static final CustomRegularizer UNNAMED =
      CustomRegularizer.of(CustomRegularizerTest::drawRows, .7, 5);
  private static final CustomRegularizer NAMED = CustomRegularizer.of(new Rows(), .7, 5);

  private static INDArray dropped(DropBlockDropout dropout) {
    INDArray x = Nd4j.ones(DataType.FLOAT, 2, 3, 8, 9);
    return dropout.applyDropout(x, x, 4, 0, LayerWorkspaceMgr.noWorkspaces());
  }

  private static float[] trained(MultiLayerNetwork network) {
    for (int step = 0; step < 3; step++) {
      network.fit(Networks.squares(8, step));
    }
    return network.params().toFloatVector();
  }

  @Test
  void anUnnamedFunctionTrainsAsANamedOne() {
    MultiLayerNetwork network = Networks.cnn(DropBlockDropout.of(UNNAMED));
    float[] expected = trained(Networks.cnn(DropBlockDropout.of(NAMED)));
    assertArrayEquals(expected, trained(network.clone()));
    assertArrayEquals(expected, trained(network));
    ComputationGraph graph =
        Networks.residual(Networks.defaults(), DropBlockDropout.of(UNNAMED)).clone();
    graph.fit(Networks.squares(8, 1));
    assertEquals(1, graph.getIterationCount());
    assertNotEquals(
        Nd4j.ones(DataType.FLOAT, 2, 3, 8, 9), dropped(DropBlockDropout.of(UNNAMED).forLayer(2)));
  }

  @Test
  void aScheduleOfTheUsersOwnIsFollowed() {
    KeepProbSchedule own = step -> step < 4 ? 1 : .7;
    DropBlockDropout scheduled = DropBlockDropout.of(UNNAMED.withKeepProb(1)).withSchedule(own);
    assertEquals(dropped(DropBlockDropout.of(NAMED)), dropped(scheduled));
    assertEquals(dropped(DropBlockDropout.of(NAMED)), dropped(scheduled.clone()));
    assertRefused("schedule", () -> write(DropBlockDropout.of(.9, 3, 1).withSchedule(own)));
  }

  @Test
  void anUnnamedFunctionIsNotSaved() {
    DropBlockDropout dropout = DropBlockDropout.of(UNNAMED);
    MultiLayerNetwork network = Networks.cnn(dropout);
    String part = "only a mask function with a name";
    assertRefused(part, () -> network.getLayerWiseConfigurations().toJson());
    assertRefused(part, () -> network.getLayerWiseConfigurations().toYaml());
    assertRefused(part, () -> write(dropout));
    assertTrue(dropout.toString().startsWith("DropBlockDropout[Custom"), dropout.toString());
  }

  @Test
  void aNamedFunctionIsSaved() throws Exception {
    DropBlockDropout dropout = DropBlockDropout.of(NAMED);
    MultiLayerConfiguration chain = Networks.cnn(dropout).getLayerWiseConfigurations();
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(chain.toJson());
    assertEquals(chain, read);
    assertEquals(
        dropped(dropout), dropped((DropBlockDropout) read.getConf(1).getLayer().getIDropout()));
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(write(dropout)))) {
      assertEquals(dropout, in.readObject());
    }
  }

  private static byte[] write(DropBlockDropout dropout) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(dropout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(String part, Runnable call) {
    String message = assertThrows(RuntimeException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
