package io.github.dropblock.examples.guide;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.DropMask;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;

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

  /** Only snippets extend this. */
  protected ReadersNames() {}

  /** A network that is nothing but the layer. */
  protected static Tensor network(Tensor input) {
    return layer.forward(input);
  }

  /** As if each worker had the same. */
  protected static long sumOverWorkers(long own) {
    return WORKERS * own;
  }
}
