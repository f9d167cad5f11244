package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;

/** A way to use an operator; gives the hash of what comes out. */
enum Operation {
  SAMPLE {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      return Hash.of(operator.sample(question.shape(), question.step()).toBytes());
    }
  },
  SAMPLE_INTO {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      return Hash.of(draw(operator, question, desk).toBytes());
    }
  },
  SAMPLE_PART {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      Shape part = question.shape().withN(1);
      return Hash.of(operator.sample(part, question.step(), question.shape().n() - 1).toBytes());
    }
  },
  APPLY {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      DropMask mask = operator.sample(question.shape(), question.step());
      return Hash.of(mask.apply(question.x()).data());
    }
  },
  APPLY_IN_PLACE {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      return Hash.of(draw(operator, question, desk).applyInPlace(question.x().copy()).data());
    }
  },
  APPLY_SHARED_MASK {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      return Hash.of(question.mask().apply(question.x()).data());
    }
  },
  BACKWARD {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      return Hash.of(draw(operator, question, desk).backward(question.x()).data());
    }
  },
  APPLY_TO_BUFFER {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      FloatBuffer buffer = desk.buffer(question);
      draw(operator, question, desk).applyInPlace(buffer);
      return Hash.of(buffer);
    }
  },
  APPLY_WITH_STRIDES {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      FloatBuffer buffer = desk.buffer(question);
      Strides strides = Strides.channelsLast(question.shape());
      draw(operator, question, desk).applyInPlace(buffer, strides);
      return Hash.of(buffer);
    }
  },
  ROUND_TRIP {
    @Override
    long run(Regularizer operator, Question question, Desk desk) {
      Regularizer read = Regularizer.fromBytes(operator.toBytes());
      DropMask mask = read.sample(question.shape(), question.step());
      Tensor y = DropMask.fromBytes(mask.toBytes()).apply(question.x());
      return Hash.of(y.data());
    }
  };

  abstract long run(Regularizer operator, Question question, Desk desk);

  private static DropMask draw(Regularizer operator, Question question, Desk desk) {
    DropMask mask = desk.mask(question);
    operator.sampleInto(mask, question.step());
    return mask;
  }
}
