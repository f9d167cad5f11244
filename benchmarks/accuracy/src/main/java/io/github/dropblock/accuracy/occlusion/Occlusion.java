package io.github.dropblock.accuracy.occlusion;

import io.github.dropblock.DropMask;
import io.github.dropblock.Fill;
import io.github.dropblock.Holes;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.scene.Part;
import io.github.dropblock.accuracy.scene.Photographs;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A way to hide a part of each test image. It is the same for all networks: the seeds are fixed.
 * Rectangles of the same size lie at the same places, whatever fills them.
 *
 * @param kind what hides
 * @param size how much
 */
public record Occlusion(OccluderKind kind, OccluderSize size) {
  private static final long MASK_SEED = 20190102;
  private static final long CONTENT_SEED = 20190103;
  private static final float WHITE = 255;
  private static final float MEAN = 0.2860f * WHITE;

  /** All, kind by kind. */
  public static List<Occlusion> all() {
    return Arrays.stream(OccluderKind.values())
        .flatMap(
            kind -> Arrays.stream(OccluderSize.values()).map(size -> new Occlusion(kind, size)))
        .toList();
  }

  /** Hides a part of each image; the labels stay. */
  public Images of(Images images, Photographs photographs) {
    Tensor pixels = tensor(images);
    Tensor hidden = hide(pixels, images, photographs);
    byte[] bytes = new byte[images.pixels().length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(hidden.data()[i]);
    }
    return new Images(images.height(), images.width(), bytes, images.labels());
  }

  private Tensor hide(Tensor pixels, Images images, Photographs photographs) {
    return switch (kind) {
      case BLACK -> filled(Fill.zero(), pixels);
      case MEAN, BARS -> filled(Fill.constant(MEAN), pixels);
      case NOISE -> filled(Fill.uniform(0, WHITE), pixels);
      case PHOTOGRAPH -> select(pixels, crops(images, photographs));
      case ITEM -> select(pixels, tensor(partners(images)));
    };
  }

  private Tensor filled(Fill fill, Tensor pixels) {
    return holes().withFill(fill).sample(pixels.shape(), 0).apply(pixels);
  }

  private Tensor select(Tensor pixels, Tensor others) {
    DropMask mask = holes().sample(pixels.shape(), 0);
    return mask.select(pixels, others, Tensor.zeros(pixels.shape()));
  }

  Holes holes() {
    return kind == OccluderKind.BARS ? size.bars(MASK_SEED) : size.rectangle(MASK_SEED);
  }

  /** The expected share of hidden pixels of square images. */
  public double hidden(int side) {
    return 1 - holes().expectedKeptFraction(Shape.nchw(1, 1, side, side));
  }

  private static Tensor tensor(Images images) {
    float[] values = new float[images.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = images.pixels()[i] & 0xff;
    }
    return Tensor.of(values, images.count(), 1, images.height(), images.width());
  }

  private static Tensor crops(Images images, Photographs photographs) {
    Random random = new Random(CONTENT_SEED);
    float[] values = new float[images.pixels().length];
    for (int n = 0; n < images.count(); n++) {
      float[] crop = photographs.crop(Part.TEST, images.height(), random);
      System.arraycopy(crop, 0, values, n * crop.length, crop.length);
    }
    return Tensor.of(values, images.count(), 1, images.height(), images.width());
  }

  /** For each image, one of another class. */
  static Images partners(Images images) {
    Random random = new Random(CONTENT_SEED);
    int[] partners = new int[images.count()];
    for (int n = 0; n < partners.length; n++) {
      do {
        partners[n] = random.nextInt(images.count());
      } while (images.label(partners[n]) == images.label(n));
    }
    return images.select(partners);
  }

  @Override
  public String toString() {
    return size + " " + kind;
  }
}
