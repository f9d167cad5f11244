package io.github.dropblock.pytorch;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * Tensors that an input is multiplied by, and that are added to the product. They have its type and
 * its device, and a shape that is broadcast to its shape.
 *
 * @param multipliers 0 or the scale
 * @param fill the fill where dropped and its shift where kept, if there is a fill
 */
record MaskFactors(Tensor multipliers, Optional<Tensor> fill) implements AutoCloseable {
  /** Closes the handles. The engine keeps the memory for as long as the backward pass needs it. */
  @Override
  public void close() {
    multipliers.close();
    fill.ifPresent(Tensor::close);
  }
}
