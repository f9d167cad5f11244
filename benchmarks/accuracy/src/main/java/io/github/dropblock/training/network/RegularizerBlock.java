package io.github.dropblock.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.util.function.LongFunction;

/** A regularizer in a DJL network: multiplies what passes by a fresh mask at each step. */
public final class RegularizerBlock extends AbstractBlock {
  private final LongFunction<Regularizer> atStep;
  private final StepClock clock;
  private final boolean atInference;

  /**
   * A block.
   *
   * @param atStep the regularizer of a step
   * @param clock tells the step
   * @param atInference true to drop at inference only, false to drop in training only
   */
  public RegularizerBlock(LongFunction<Regularizer> atStep, StepClock clock, boolean atInference) {
    this.atStep = atStep;
    this.clock = clock;
    this.atInference = atInference;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    if (training == atInference) {
      return inputs;
    }
    NDArray x = inputs.singletonOrThrow();
    DropMask mask = atStep.apply(clock.step()).sample(shape(x.getShape()), clock.step());
    // The engine owns the memory of the multipliers; the buffer writes straight into it.
    NDArray multipliers = x.getManager().create(x.getShape(), DataType.FLOAT32);
    mask.writeMultipliers(multipliers.toByteBuffer(true).asFloatBuffer());
    return new NDList(x.mul(multipliers));
  }

  private static Shape shape(ai.djl.ndarray.types.Shape shape) {
    int n = Math.toIntExact(shape.get(0));
    int c = Math.toIntExact(shape.get(1));
    return shape.dimension() == 2
        ? Shape.ncw(n, c, 1)
        : Shape.nchw(n, c, Math.toIntExact(shape.get(2)), Math.toIntExact(shape.get(3)));
  }

  @Override
  public ai.djl.ndarray.types.Shape[] getOutputShapes(ai.djl.ndarray.types.Shape[] inputs) {
    return inputs;
  }
}
