package io.github.dropblock.examples.smile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.pytorch.DropBlockModule;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smile.deep.Loss;
import smile.deep.Model;
import smile.deep.Optimizer;
import smile.deep.tensor.Tensor;

/** A network of Smile that trains with DropBlock. */
class TrainingTest {
  private static final int EPOCHS = 40;
  private static final int BATCHES = 4;

  private final Stripes training = new Stripes(1);
  private final Stripes others = new Stripes(2);
  @TempDir private Path folder;

  @BeforeEach
  void initializeWeightsAlike() {
    torch.manual_seed(1);
  }

  private Model train(int epochs) {
    return Training.train(
        training.batches(Stripes.COUNT / BATCHES), Stripes.SIDE, epochs, BATCHES, file());
  }

  private String file() {
    return folder.resolve("network.pt").toString();
  }

  private static float loss(Model model, Stripes stripes) {
    return Loss.crossEntropy()
        .apply(model.forward(stripes.images()), stripes.labels())
        .floatValue();
  }

  @Test
  void trainingLearns() {
    float first =
        loss(new Model(new Network(new DropBlockModule(Dropout.of(1, 1)))).eval(), others);
    float last = loss(train(EPOCHS).eval(), others);
    assertTrue(last < first / 3, first + " -> " + last);
  }

  @Test
  void theFileHasTheScheduleAndTheStep() {
    Model trained = train(3).eval();
    DropBlockModule drop = new DropBlockModule(Dropout.of(.5, 1));
    Model loaded = new Model(new Network(drop)).load(file()).eval();
    assertEquals(3 * BATCHES, drop.step());
    assertEquals(.9, drop.schedule().orElseThrow().at(3 * BATCHES));
    assertArrayEquals(
        trained.forward(others.images()).floatArray(),
        loaded.forward(others.images()).floatArray());
  }

  /** The gradient of what is dropped is 0: with all dropped, the convolution learns nothing. */
  @Test
  void gradientsOfTheConvolutionPassTheMask() {
    assertFalse(convolutionLearns(0));
    assertTrue(convolutionLearns(.8));
  }

  private boolean convolutionLearns(double keepProb) {
    DropBlock dropBlock = DropBlock.of(keepProb, Stripes.SIDE, 1);
    Model model = new Model(new Network(new DropBlockModule(dropBlock))).train();
    Optimizer optimizer = Optimizer.SGD(model, 0.5);
    float[] before = convolution(model);
    optimizer.reset();
    Tensor loss = Loss.crossEntropy().apply(model.forward(training.images()), training.labels());
    loss.backward();
    optimizer.step();
    return !Arrays.equals(before, convolution(model));
  }

  private static float[] convolution(Model model) {
    return new Tensor(model.asTorch().parameters().get(0)).floatArray();
  }
}
