package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;

/** A way to apply a mask in place. */
enum Way {
  TENSOR {
    @Override
    void apply(DropMask mask, float[] x) {
      mask.applyInPlace(Tensor.of(x, mask.shape()));
    }
  },
  BUFFER {
    @Override
    void apply(DropMask mask, float[] x) {
      mask.applyInPlace(FloatBuffer.wrap(x));
    }
  },
  STRIDES {
    @Override
    void apply(DropMask mask, float[] x) {
      mask.applyInPlace(FloatBuffer.wrap(x), Strides.rowMajor(mask.shape()));
    }
  };

  /** Modified: {@code x}. */
  abstract void apply(DropMask mask, float[] x);
}
