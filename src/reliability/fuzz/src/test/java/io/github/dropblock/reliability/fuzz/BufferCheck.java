package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.DropMask;
import io.github.dropblock.oracle.ElementwiseOracle;
import java.nio.FloatBuffer;

/** Buffers with any position, limit and byte order: as the oracle does, or rejected untouched. */
final class BufferCheck {
  private BufferCheck() {}

  /** What can be done with a buffer, and the parameters' names. */
  private enum Pass {
    APPLY_IN_PLACE("x", "x"),
    APPLY("in", "out"),
    BACKWARD("dy", "dx"),
    WRITE_MULTIPLIERS("out", "out"),
    WRITE_FILL("out", "out");

    private final String in;
    private final String out;

    Pass(String in, String out) {
      this.in = in;
      this.out = out;
    }

    boolean hasInput() {
      return this == APPLY || this == BACKWARD;
    }

    void run(DropMask mask, FloatBuffer in, FloatBuffer out) {
      switch (this) {
        case APPLY_IN_PLACE -> mask.applyInPlace(out);
        case APPLY -> mask.apply(in, out);
        case BACKWARD -> mask.backward(in, out);
        case WRITE_MULTIPLIERS -> mask.writeMultipliers(out);
        case WRITE_FILL -> mask.writeFill(out);
      }
    }

    float[] expected(DropMask mask, float[] x) {
      ElementwiseOracle oracle = ElementwiseOracle.ofAnswers(mask);
      return switch (this) {
        case APPLY_IN_PLACE, APPLY -> oracle.apply(x);
        case BACKWARD -> oracle.backward(x);
        case WRITE_MULTIPLIERS -> oracle.multipliers();
        case WRITE_FILL -> oracle.fills();
      };
    }
  }

  static void check(FuzzedDataProvider data) {
    Setup.draw(data)
        .filter(Setup::isQuick)
        .map(setup -> setup.regularizer().sample(Draws.shape(data), 1))
        .ifPresent(mask -> check(data, mask, data.pickValue(Pass.values())));
  }

  private static void check(FuzzedDataProvider data, DropMask mask, Pass pass) {
    int size = mask.shape().size();
    FloatBuffer out = window(data, size);
    boolean apart = pass.hasInput() && data.consumeBoolean();
    FloatBuffer in = apart ? window(data, size) : data.consumeBoolean() ? out : out.duplicate();
    boolean allowed = in.remaining() == size && out.remaining() == size && !out.isReadOnly();
    Buffers.Expectation input = new Buffers.Expectation(in);
    Buffers.Expectation output =
        allowed
            ? new Buffers.Expectation(out, pass.expected(mask, Buffers.window(in)))
            : new Buffers.Expectation(out);
    Attempt.of(
        allowed,
        () -> {
          pass.run(mask, in, out);
          return out;
        },
        pass.in + ".remaining()",
        pass.out + ".remaining()",
        pass.out + " must be writable");
    output.check();
    if (apart) {
      input.check();
    }
  }

  /** Mostly of the right size, with something before and after it. */
  private static FloatBuffer window(FuzzedDataProvider data, int size) {
    int before = data.consumeInt(0, 9);
    int remaining = Draws.oneIn(8, data) ? Math.max(0, size + data.consumeInt(-3, 3)) : size;
    FloatBuffer buffer = Buffers.draw(data, before + remaining + data.consumeInt(0, 9));
    buffer.position(before).limit(before + remaining);
    return Draws.oneIn(8, data) ? buffer.asReadOnlyBuffer() : buffer;
  }
}
