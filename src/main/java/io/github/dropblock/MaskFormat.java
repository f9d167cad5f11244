package io.github.dropblock;

import io.github.dropblock.internal.apply.FillWriter;
import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.MaskLayout;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;

/** Map format of masks. Counts and scales that follow from the bits are computed, not read. */
final class MaskFormat {
  static final String TYPE = "DropMask";
  private static final int VERSION = 1;

  private MaskFormat() {}

  static Map<String, Object> write(MaskState state, boolean text) {
    Granularity granularity = state.layout().granularity();
    byte[] bits = bytes(state);
    MapWriter out =
        MapWriter.of(TYPE, VERSION)
            .put("shape", IntStream.of(state.shape().extents()).asLongStream().boxed().toList())
            .put("bySample", granularity.bySample())
            .put("byChannel", granularity.byChannel())
            .put("byPosition", granularity.byPosition())
            .put("dropped", text ? Base64.getEncoder().encodeToString(bits) : bits)
            .put("normalization", Normalization.of(state.scales().basis()).name());
    if (state.scales().isSingle()) {
      out.put("scale", (double) state.scales().single());
    }
    FillWriter fill = state.fill();
    return out.put("fill", Fill.of(fill.value()).toMap())
        .put("seed", fill.seed())
        .put("step", fill.step())
        .put("firstSample", fill.firstSample())
        .map();
  }

  static MaskState read(Map<String, ?> map) {
    MapReader in = new MapReader(TYPE, map).type(TYPE).version(VERSION);
    Shape shape = readShape(in);
    Granularity granularity =
        new Granularity(in.flag("bySample"), in.flag("byChannel"), in.flag("byPosition"));
    MaskLayout layout = MaskLayout.of(shape, granularity);
    // The bytes are checked before anything is allocated for the shape.
    byte[] bits = in.bytes("dropped", Bits.bytes(layout.bits()));
    Normalization normalization = in.constant("normalization", Normalization.class);
    boolean counted = normalization == Normalization.SAMPLE || normalization == Normalization.PLANE;
    float scale = counted ? Float.NaN : scale(in, normalization);
    Fill fill = Fill.read(in.map("fill"));
    long seed = in.whole("seed");
    long step = in.whole("step");
    long firstSample = in.whole("firstSample");
    in.end();
    MaskDrawing.checkCounters(shape, step, firstSample);
    MaskState state = new MaskState(shape, granularity, Threads.common().workers());
    state.draw(
        (same, dropped, s, t, n) -> readBits(bits, layout.bits(), dropped),
        new ScaleRule(normalization.basis(), scale),
        fill.value(),
        seed,
        step,
        firstSample);
    return state;
  }

  private static Shape readShape(MapReader in) {
    int[] extents = in.integers("shape");
    Check.inRange(TYPE + " shape length", extents.length, 2, 5);
    return Shape.of(extents);
  }

  /**
   * Reads a scale that does not follow from the bits: that of a part of a batch, or of an
   * expectation.
   */
  private static float scale(MapReader in, Normalization normalization) {
    double scale = in.real("scale");
    if (!(scale >= 0 && scale <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException(TYPE + " scale must be finite and >= 0: " + scale);
    }
    if (normalization == Normalization.NONE && scale != 1) {
      throw new IllegalArgumentException(TYPE + " scale must be 1 without normalization: " + scale);
    }
    return (float) scale;
  }

  private static byte[] bytes(MaskState state) {
    long[] words = state.dropped();
    byte[] bytes = new byte[Bits.bytes(state.layout().bits())];
    int whole = bytes.length / Long.BYTES;
    littleEndian(bytes).asLongBuffer().put(words, 0, whole);
    for (int i = whole * Long.BYTES; i < bytes.length; i++) {
      bytes[i] = (byte) (words[whole] >>> (i * Byte.SIZE));
    }
    return bytes;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads the bits of a mask.
   *
   * <p>Modified: {@code words}.
   *
   * @return number of bits set
   */
  private static long readBits(byte[] bytes, int bits, long[] words) {
    int whole = bytes.length / Long.BYTES;
    littleEndian(bytes).asLongBuffer().get(words, 0, whole);
    for (int i = whole * Long.BYTES; i < bytes.length; i++) {
      words[whole] |= (bytes[i] & 0xFFL) << (i * Byte.SIZE);
    }
    int last = bits & (Long.SIZE - 1);
    if (last != 0 && (words[words.length - 1] & ~Bits.ones(last)) != 0) {
      throw new IllegalArgumentException(TYPE + " dropped must have " + bits + " bits");
    }
    long set = 0;
    for (long word : words) {
      set += Long.bitCount(word);
    }
    return set;
  }
}
