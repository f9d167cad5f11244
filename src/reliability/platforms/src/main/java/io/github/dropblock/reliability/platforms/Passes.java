package io.github.dropblock.reliability.platforms;

import io.github.dropblock.DropMask;
import io.github.dropblock.Fill;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** What masks make of tensors: see golden-passes.csv. */
public final class Passes {
  private static final long SEED = 2018;
  private static final long STEP = 7;
  private static final long FIRST_SAMPLE = 3;

  /** Elements before the first one of a view. */
  private static final int OFFSET = 5;

  private Passes() {}

  static List<String> lines() throws IOException {
    try (InputStream in = Passes.class.getResourceAsStream("golden-passes.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Columns: regularizer, shape, normalization, fill; what comes after them is computed. */
  public static String row(List<String> row) {
    List<String> columns = row.subList(0, 4);
    Shape shape = Words.shape(row.get(1));
    DropMask mask = regularizer(columns).sample(shape, STEP, FIRST_SAMPLE);
    return String.join(",", columns) + "," + String.join(",", hashes(mask, shape));
  }

  private static Regularizer regularizer(List<String> columns) {
    return Words.regularizer(columns.get(0), SEED)
        .withNormalization(Normalization.valueOf(columns.get(2)))
        .withFill(fill(columns.get(3).split(" ", -1)));
  }

  /** A value, or a mean and a standard deviation. */
  private static Fill fill(String... words) {
    return words.length == 1
        ? Fill.constant((float) Double.parseDouble(words[0]))
        : Fill.gaussian(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
  }

  private static List<String> hashes(DropMask mask, Shape shape) {
    Tensor x = Tensor.of(Inputs.ofSize(shape.size()), shape);
    return List.of(
        Long.toString(mask.keptCount()),
        Hashes.crc32(mask.apply(x).data()),
        Hashes.crc32(mask.applyInPlace(x.copy()).data()),
        Hashes.crc32(mask.backward(x).data()),
        inBuffer(x, buffer -> mask.apply(FloatBuffer.wrap(x.data()), buffer)),
        inBuffer(x, mask::writeMultipliers),
        inBuffer(x, mask::writeFill),
        inBuffer(x, buffer -> mask.applyInPlace(buffer, Strides.channelsLast(shape))),
        inView(x, buffer -> mask.backwardInPlace(buffer, swapped(shape))));
  }

  private static String inBuffer(Tensor x, Consumer<FloatBuffer> pass) {
    FloatBuffer buffer = buffer(x.data().length);
    buffer.put(x.data()).flip();
    pass.accept(buffer);
    return Hashes.crc32(buffer);
  }

  private static String inView(Tensor x, Consumer<FloatBuffer> pass) {
    FloatBuffer buffer = buffer(OFFSET + x.data().length);
    buffer.put(OFFSET, x.data());
    pass.accept(buffer);
    return Hashes.crc32(buffer);
  }

  private static FloatBuffer buffer(int size) {
    return ByteBuffer.allocateDirect(size * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /** Channels before samples, as Deeplearning4j's convolutions have it. */
  private static Strides swapped(Shape shape) {
    int row = shape.w();
    int layer = row * shape.h();
    int plane = layer * shape.d();
    return new Strides(OFFSET, plane, plane * shape.n(), layer, row, 1);
  }
}
