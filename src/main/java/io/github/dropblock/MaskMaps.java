package io.github.dropblock;

import io.github.dropblock.internal.apply.FillWriter;
import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.MaskLayout;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Masks to and from maps. What follows from the bits is counted anew, not believed. */
final class MaskMaps {
  private static final String TYPE = "DropMask";
  private static final int VERSION = 1;

  private MaskMaps() {}

  static Map<String, Object> write(MaskState state, boolean text) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", TYPE);
    map.put("version", (long) VERSION);
    map.put("shape", ShapeMaps.write(state.shape()));
    Granularity granularity = state.layout().granularity();
    map.put("bySample", granularity.bySample());
    map.put("byChannel", granularity.byChannel());
    map.put("byPosition", granularity.byPosition());
    byte[] bits = bytes(state);
    map.put("dropped", text ? Base64.getEncoder().encodeToString(bits) : bits);
    map.put("normalization", Normalization.of(state.scales().basis()).name());
    if (state.scales().isSingle()) {
      map.put("scale", (double) state.scales().single());
    }
    FillWriter fill = state.fill();
    map.put("fill", ChoiceMaps.write(FillValues.fill(fill.value())));
    map.put("seed", fill.seed());
    map.put("step", fill.step());
    map.put("firstSample", fill.firstSample());
    return map;
  }

  static MaskState read(Map<String, ?> map) {
    MapReader in = new MapReader(TYPE, map).type(TYPE).version(VERSION);
    Shape shape = ShapeMaps.read(in);
    Granularity granularity =
        new Granularity(in.flag("bySample"), in.flag("byChannel"), in.flag("byPosition"));
    MaskLayout layout = MaskLayout.of(shape, granularity);
    // The bytes are there before anything is allocated by the shape.
    byte[] bits = in.bytes("dropped", byteCount(layout.bits()));
    Normalization normalization = in.constant("normalization", Normalization.class);
    boolean counted = normalization == Normalization.SAMPLE || normalization == Normalization.PLANE;
    float scale = counted ? Float.NaN : scale(in, normalization);
    Fill fill = ChoiceMaps.readFill(in.map("fill"));
    long seed = in.whole("seed");
    long step = in.whole("step");
    long firstSample = in.whole("firstSample");
    in.end();
    MaskDrawing.checkCounters(shape, step, firstSample);
    MaskState state = new MaskState(shape, granularity, Threads.common().workers());
    state.draw(
        (same, dropped, s, t, n) -> readBits(bits, layout.bits(), dropped),
        new ScaleRule(normalization.basis(), scale),
        FillValues.of(fill),
        seed,
        step,
        firstSample);
    return state;
  }

  /** Not to be counted: of a part of a batch, or of expectation. */
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

  private static int byteCount(int bits) {
    return (int) (((long) bits + Byte.SIZE - 1) / Byte.SIZE);
  }

  private static byte[] bytes(MaskState state) {
    long[] words = state.dropped();
    ByteBuffer buffer = ByteBuffer.allocate(words.length * Long.BYTES);
    buffer.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(words);
    byte[] bytes = new byte[byteCount(state.layout().bits())];
    buffer.get(bytes);
    return bytes;
  }

  /**
   * Modified: {@code words}.
   *
   * @return how many bits are set
   */
  private static long readBits(byte[] bytes, int bits, long[] words) {
    ByteBuffer buffer = ByteBuffer.allocate(words.length * Long.BYTES);
    buffer.order(ByteOrder.LITTLE_ENDIAN).put(bytes).rewind().asLongBuffer().get(words);
    int last = bits & (Long.SIZE - 1);
    if (last != 0 && (words[words.length - 1] & ~Bits.ones(last)) != 0) {
      throw new IllegalArgumentException(TYPE + " dropped must have " + bits + " bits");
    }
    return LongStream.of(words).map(Long::bitCount).sum();
  }

  /** Shapes to and from lists of their extents. */
  private static final class ShapeMaps {
    private static final List<String> LAYOUTS = List.of("NCW", "NCHW", "NCDHW");

    static List<Long> write(Shape shape) {
      return switch (shape.rank()) {
        case 3 -> longs(shape.n(), shape.c(), shape.w());
        case 4 -> longs(shape.n(), shape.c(), shape.h(), shape.w());
        default -> longs(shape.n(), shape.c(), shape.d(), shape.h(), shape.w());
      };
    }

    private static List<Long> longs(long... values) {
      return LongStream.of(values).boxed().toList();
    }

    static Shape read(MapReader in) {
      long[] e = in.wholes("shape");
      for (long extent : e) {
        if (extent != (int) extent) {
          throw new IllegalArgumentException(TYPE + " shape must fit 32 bits: " + extent);
        }
      }
      return switch (e.length) {
        case 3 -> Shape.ncw((int) e[0], (int) e[1], (int) e[2]);
        case 4 -> Shape.nchw((int) e[0], (int) e[1], (int) e[2], (int) e[3]);
        case 5 -> Shape.ncdhw((int) e[0], (int) e[1], (int) e[2], (int) e[3], (int) e[4]);
        default ->
            throw new IllegalArgumentException(
                TYPE + " shape must be one of " + LAYOUTS + ": " + e.length + " extents");
      };
    }
  }
}
