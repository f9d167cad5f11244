package io.github.dropblock.examples.quickstart;

import io.github.dropblock.DropMask;
import io.github.dropblock.examples.common.PanelSheet;
import io.github.dropblock.examples.common.PanelSheet.Panel;
import io.github.dropblock.examples.common.Pictures;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The feature maps, and below each the same map after DropBlock. */
final class FeatureMapPicture {
  private static final int LONGEST_SIDE = 240;
  private static final int DROPPED = 0xe8590c;

  private final Tensor maps;
  private final Tensor dropped;
  private final DropMask mask;
  private final int cell;

  private FeatureMapPicture(Tensor maps, DropMask mask) {
    this.maps = maps;
    this.dropped = mask.apply(maps);
    this.mask = mask;
    this.cell = Math.max(1, LONGEST_SIDE / Math.max(maps.shape().h(), maps.shape().w()));
  }

  static BufferedImage draw(Tensor maps, DropMask mask) {
    return new FeatureMapPicture(maps, mask).sheet();
  }

  private BufferedImage sheet() {
    List<Panel> before = new ArrayList<>();
    List<Panel> after = new ArrayList<>();
    for (int c = 0; c < maps.shape().c(); c++) {
      float white = largest(c);
      String label = EdgeFilter.values()[c].label;
      before.add(new Panel(label, "channel " + c, map(maps, c, white, false)));
      after.add(new Panel("after DropBlock", "kept " + kept(c), map(dropped, c, white, true)));
    }
    return PanelSheet.draw(
        List.of(before, after),
        "Black is 0, white the largest value of the channel before DropBlock; "
            + "orange is dropped, each channel by its own mask.");
  }

  private String kept(int channel) {
    Shape shape = maps.shape();
    long kept =
        IntStream.range(0, shape.planeSize())
            .filter(i -> mask.isKept(0, channel, i / shape.w(), i % shape.w()))
            .count();
    return String.format(Locale.ROOT, "%.3f", (double) kept / shape.planeSize());
  }

  private float largest(int channel) {
    int size = maps.shape().planeSize();
    float largest = 0;
    for (int i = channel * size; i < (channel + 1) * size; i++) {
      largest = Math.max(largest, maps.data()[i]);
    }
    return largest;
  }

  private BufferedImage map(Tensor values, int channel, float white, boolean showMask) {
    Shape shape = values.shape();
    BufferedImage image = Pictures.blank(shape.w() * cell, shape.h() * cell);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean kept = mask.isKept(0, channel, y / cell, x / cell);
        float value = values.get(0, channel, y / cell, x / cell);
        image.setRGB(x, y, showMask && !kept ? DROPPED : gray(value, white));
      }
    }
    return image;
  }

  private static int gray(float value, float white) {
    int level = white == 0 ? 0 : Math.min(255, Math.round(255 * value / white));
    return level * 0x010101;
  }
}
