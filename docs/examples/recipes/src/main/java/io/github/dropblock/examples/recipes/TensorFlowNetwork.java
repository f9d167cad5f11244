package io.github.dropblock.examples.recipes;

import io.github.dropblock.DropMask;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.framework.optimizers.GradientDescent;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A small network in TensorFlow's graph mode, with DropBlock on its maps. */
final class TensorFlowNetwork implements AutoCloseable {
  private static final int CHANNELS = 8;

  /** Of the maps, as the library names axes. */
  static final Shape SHAPE = Shape.nchw(Bars.COUNT, CHANNELS, Bars.SIDE, Bars.SIDE);

  final Operand<TFloat32> maps;
  final Operand<TFloat32> dropped;
  final Operand<TFloat32> loss;
  private final ScheduledRegularizer dropBlock;
  private final Graph graph = new Graph();
  private final Session session;
  private final Operand<TFloat32> images;
  private final Operand<TFloat32> labels;
  private final Operand<TFloat32> multipliers;
  private final Op update;

  TensorFlowNetwork(ScheduledRegularizer dropBlock) {
    this.dropBlock = dropBlock;
    Ops tf = Ops.create(graph);
    images = tf.placeholder(TFloat32.class);
    labels = tf.placeholder(TFloat32.class);
    var kernel = tf.variable(random(tf, 3, 3, 1, CHANNELS));
    maps = tf.nn.relu(tf.nn.conv2d(images, kernel, List.of(1L, 1L, 1L, 1L), "SAME"));
    var unknown = org.tensorflow.ndarray.Shape.unknown();
    multipliers = tf.placeholderWithDefault(tf.constant(1f), unknown); // 1 at inference.
    dropped = tf.math.mul(maps, multipliers);
    var weights = tf.variable(random(tf, CHANNELS, Bars.CLASSES));
    var logits = tf.linalg.matMul(tf.math.mean(dropped, tf.array(1, 2)), weights);
    var losses = tf.nn.softmaxCrossEntropyWithLogits(logits, labels).loss();
    loss = tf.math.mean(losses, tf.constant(0));
    update = new GradientDescent(graph, 0.5f).minimize(loss);
    session = new Session(graph);
  }

  private static Operand<TFloat32> random(Ops tf, int... shape) {
    return tf.math.mul(
        tf.random.statelessRandomNormal(tf.array(shape), tf.array(1L, 2L)), tf.constant(0.5f));
  }

  /** Trains on a batch with the masks of a step, and returns the loss. */
  float train(Bars bars, long step) {
    return withMasks(bars, step, loss, session.runner().addTarget(update))[0];
  }

  /** Returns what an operand is with the masks of a step, without training. */
  float[] withMasks(Bars bars, long step, Operand<TFloat32> wanted) {
    return withMasks(bars, step, wanted, session.runner());
  }

  private float[] withMasks(Bars bars, long step, Operand<TFloat32> wanted, Session.Runner runner) {
    FloatBuffer values = FloatBuffer.allocate(SHAPE.size());
    DropMask mask = dropBlock.at(step).sample(SHAPE, step);
    mask.writeMultipliers(values, Strides.channelsLast(SHAPE)); // NHWC
    try (TFloat32 fed = tensor(values, Bars.SIDE, Bars.SIDE, CHANNELS)) {
      return run(bars, wanted, runner.feed(multipliers, fed));
    }
  }

  /** Returns what an operand is at inference. */
  float[] infer(Bars bars, Operand<TFloat32> wanted) {
    return run(bars, wanted, session.runner());
  }

  private float[] run(Bars bars, Operand<TFloat32> wanted, Session.Runner runner) {
    try (TFloat32 x = tensor(FloatBuffer.wrap(bars.images), Bars.SIDE, Bars.SIDE, 1);
        TFloat32 y = tensor(FloatBuffer.wrap(bars.labels), Bars.CLASSES);
        Result result = runner.feed(images, x).feed(labels, y).fetch(wanted).run()) {
      TFloat32 fetched = (TFloat32) result.get(0);
      float[] values = new float[Math.toIntExact(fetched.size())];
      fetched.copyTo(DataBuffers.of(values, false, false));
      return values;
    }
  }

  private static TFloat32 tensor(FloatBuffer values, long... ofSample) {
    var shape =
        org.tensorflow.ndarray.Shape.of(Bars.COUNT)
            .append(org.tensorflow.ndarray.Shape.of(ofSample));
    return TFloat32.tensorOf(shape, DataBuffers.of(values));
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
