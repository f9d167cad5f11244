package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;

/** A way to use a regularizer; gives the hash of what comes out. */
enum Operation {
  SAMPLE {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      return Hash.of(regularizer.sample(given.shape(), given.step()).toBytes());
    }
  },
  SAMPLE_INTO {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      return Hash.of(draw(regularizer, given, buffers).toBytes());
    }
  },
  SAMPLE_PART {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      Shape part = given.shape().withN(1);
      return Hash.of(regularizer.sample(part, given.step(), given.shape().n() - 1).toBytes());
    }
  },
  APPLY {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      DropMask mask = regularizer.sample(given.shape(), given.step());
      return Hash.of(mask.apply(given.x()).data());
    }
  },
  APPLY_IN_PLACE {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      return Hash.of(draw(regularizer, given, buffers).applyInPlace(given.x().copy()).data());
    }
  },
  APPLY_SHARED_MASK {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      return Hash.of(given.mask().apply(given.x()).data());
    }
  },
  BACKWARD {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      return Hash.of(draw(regularizer, given, buffers).backward(given.x()).data());
    }
  },
  APPLY_TO_BUFFER {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      FloatBuffer buffer = buffers.buffer(given);
      draw(regularizer, given, buffers).applyInPlace(buffer);
      return Hash.of(buffer);
    }
  },
  APPLY_WITH_STRIDES {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      FloatBuffer buffer = buffers.buffer(given);
      Strides strides = Strides.channelsLast(given.shape());
      draw(regularizer, given, buffers).applyInPlace(buffer, strides);
      return Hash.of(buffer);
    }
  },
  ROUND_TRIP {
    @Override
    long run(Regularizer regularizer, Case given, ThreadBuffers buffers) {
      Regularizer read = Regularizer.fromBytes(regularizer.toBytes());
      DropMask mask = read.sample(given.shape(), given.step());
      Tensor y = DropMask.fromBytes(mask.toBytes()).apply(given.x());
      return Hash.of(y.data());
    }
  };

  abstract long run(Regularizer regularizer, Case given, ThreadBuffers buffers);

  private static DropMask draw(Regularizer regularizer, Case given, ThreadBuffers buffers) {
    DropMask mask = buffers.mask(given);
    regularizer.sampleInto(mask, given.step());
    return mask;
  }
}
