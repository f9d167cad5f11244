package io.github.dropblock.pytorch;

import java.util.Random;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** A residual network of two convolutions, and data that it can learn. */
final class SmallNetwork extends Module {
  private static final int CHANNELS = 8;
  private static final int SIZE = 12;
  private static final int BATCH = 16;

  private final Conv2dImpl stem = register_module("stem", convolution(1));
  private final Conv2dImpl branch = register_module("branch", convolution(CHANNELS));
  private final LinearImpl classifier = register_module("classifier", new LinearImpl(CHANNELS, 2));
  private final DropBlockModule afterConvolution;
  private final DropBlockModule onSkip;

  /** A network with one module after a convolution and one on the skip connection beside it. */
  SmallNetwork(DropBlockModule afterConvolution, DropBlockModule onSkip) {
    super("small");
    this.afterConvolution = register_module("after", afterConvolution);
    this.onSkip = register_module("skip", onSkip);
  }

  private static Conv2dImpl convolution(int channels) {
    Conv2dOptions options = new Conv2dOptions(channels, CHANNELS, new LongPointer(3, 3));
    options.padding().put(new LongPointer(1, 1));
    return new Conv2dImpl(options);
  }

  Tensor forward(Tensor x) {
    Tensor maps = stem.forward(x).relu();
    Tensor sum = afterConvolution.forward(branch.forward(maps)).add(onSkip.forward(maps));
    return classifier.forward(sum.relu().mean(2, 3));
  }

  /** One step of training on the batch of that number, in the type of the parameters. */
  void step(Optimizer optimizer, int number) {
    train(true);
    try (PointerScope step = new PointerScope()) {
      optimizer.zero_grad();
      loss(number).backward();
      optimizer.step();
    }
  }

  /** The loss of a batch without dropping. */
  float evaluate(int number) {
    eval();
    try (PointerScope step = new PointerScope()) {
      return loss(number).item_float();
    }
  }

  private Tensor loss(int number) {
    Tensor x = images(number).to(classifier.weight().scalar_type());
    return torch.cross_entropy(forward(x).to(ScalarType.Float), labels());
  }

  private static Tensor labels() {
    long[] labels = new long[BATCH];
    for (int i = 0; i < BATCH; i++) {
      labels[i] = i % 2;
    }
    return Tensor.create(labels, BATCH);
  }

  /** Noise with horizontal stripes, or with vertical ones. */
  private static Tensor images(int number) {
    Random random = new Random(number);
    float[] images = new float[BATCH * SIZE * SIZE];
    for (int i = 0; i < images.length; i++) {
      boolean vertical = i / (SIZE * SIZE) % 2 == 1;
      int line = vertical ? i % SIZE : i / SIZE % SIZE;
      images[i] = line % 3 + (float) random.nextGaussian() / 2;
    }
    return Tensor.create(images, BATCH, 1, SIZE, SIZE);
  }

  /** The values of all parameters. */
  float[][] values() {
    TensorVector parameters = parameters();
    float[][] values = new float[(int) parameters.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = EngineTest.floats(parameters.get(i));
    }
    return values;
  }
}
