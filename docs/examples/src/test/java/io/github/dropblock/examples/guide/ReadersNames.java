package io.github.dropblock.examples.guide;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.DropMask;
import io.github.dropblock.MaskFunction;
import io.github.dropblock.MaskRandom;
import io.github.dropblock.SampleMask;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** What the snippets presume: the tensors, steps and functions of a reader. */
public class ReadersNames {
  /** How many workers the reader has. */
  private static final int WORKERS = 2;

  protected static final Shape shape = Shape.nchw(2, 8, 14, 14);
  protected static final double p = 0.1;
  protected static final long step = 3;
  protected static final long totalSteps = 1000;
  protected static final long firstSample = shape.n();

  protected static final Tensor x = Tensor.full(shape, 1);
  protected static final Tensor dy = Tensor.full(shape, 1);
  protected static final Tensor part = Tensor.full(shape, 1);
  protected static final Tensor saliency = Tensor.full(shape, 0.5f);
  protected static final Tensor images = Tensor.full(shape, 1);
  protected static final Tensor partners = Tensor.full(shape, 2);
  protected static final int classes = 3;
  protected static final float[] labels = {1, 0, 0, 0, 1, 0};
  protected static final float[] partnerLabels = {0, 1, 0, 1, 0, 0};
  protected static final float[] activations = new float[32 * 256 * 14 * 14];
  protected static final FloatBuffer buffer = FloatBuffer.allocate(shape.size());
  protected static final FloatBuffer input = FloatBuffer.allocate(shape.size());
  protected static final FloatBuffer output = FloatBuffer.allocate(shape.size());
  protected static final FloatBuffer gradientOfOutput = FloatBuffer.allocate(shape.size());
  protected static final FloatBuffer gradientOfInput = FloatBuffer.allocate(shape.size());

  protected static final KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, totalSteps);
  protected static final DropBlock dropBlock = DropBlock.builder().seed(42).build();
  protected static final DropMask mask = dropBlock.sample(shape, step);
  protected static final DropMask mine = dropBlock.sample(shape, step, firstSample);
  protected static final DropLayer layer = DropLayer.of(dropBlock, schedule);

  /** The guide's function, as a service. */
  public record Stripes() implements MaskFunction {
    @Override
    public void draw(SampleMask sample) {
      MaskRandom random = sample.random();
      if (random.bernoulli(sample.keepProb(), 0)) {
        return;
      }
      Shape map = sample.shape();
      int width = 1 + random.below(map.w() / 4, 1);
      int left = random.below(map.w() - width + 1, 2);
      sample.dropBlock(0, 0, 0, left, 1, map.h(), width);
    }

    @Override
    public String name() {
      return "stripes";
    }
  }

  /** Only snippets extend this. */
  protected ReadersNames() {}

  /** A network that is nothing but the layer. */
  protected static Tensor network(Tensor input) {
    return layer.forward(input);
  }

  /** A classifier: the layer, one position of some channels, and softmax. */
  protected static Tensor probabilities(Tensor input) {
    Tensor maps = layer.forward(input);
    Tensor out = Tensor.zeros(Shape.nc(shape.n(), classes));
    for (int n = 0; n < shape.n(); n++) {
      double[] exponentials = new double[classes];
      for (int k = 0; k < classes; k++) {
        exponentials[k] = Math.exp(maps.get(n, k, 0, 0) * k);
      }
      double sum = Arrays.stream(exponentials).sum();
      for (int k = 0; k < classes; k++) {
        out.set(n, k, 0, 0, (float) (exponentials[k] / sum));
      }
    }
    return out;
  }

  /** A recurrent cell whose state counts its steps. */
  protected static Tensor cell(Tensor h) {
    Tensor next = h.copy();
    for (int i = 0; i < next.data().length; i++) {
      next.data()[i]++;
    }
    return next;
  }

  /** As if each worker had the same. */
  protected static long sumOverWorkers(long own) {
    return WORKERS * own;
  }
}
