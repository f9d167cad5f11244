package io.github.dropblock;

import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** Regularizers from maps. */
final class RegularizerMaps {
  private RegularizerMaps() {}

  static Regularizer read(Map<String, ?> map) {
    MapReader in = new MapReader("regularizer", map).version(Regularizer.MAP_VERSION);
    String type = in.text("type");
    Regularizer regularizer =
        switch (type) {
          case DropBlock.TYPE -> dropBlock(in);
          case Dropout.TYPE -> new Dropout(in.real("keepProb"), common(in));
          case SpatialDropout.TYPE -> new SpatialDropout(in.real("keepProb"), common(in));
          case DropPath.TYPE -> new DropPath(in.real("keepProb"), in.flag("perBatch"), common(in));
          case Cutout.TYPE ->
              new Cutout(in.integer("holes"), ChoiceMaps.readBlockSize(in.map("size")), common(in));
          case CustomRegularizer.TYPE -> CustomRegularizer.read(in, common(in));
          default -> throw in.unknown("type", type);
        };
    in.end();
    return regularizer;
  }

  private static CommonChoices common(MapReader in) {
    Normalization normalization = in.constant("normalization", Normalization.class);
    return new CommonChoices(in.whole("seed"), normalization)
        .withFill(ChoiceMaps.readFill(in.map("fill")));
  }

  private static DropBlock dropBlock(MapReader in) {
    CommonChoices common = common(in);
    return DropBlock.builder()
        .keepProb(in.real("keepProb"))
        .blockSize(ChoiceMaps.readBlockSize(in.map("blockSize")))
        .seedRegion(in.constant("seedRegion", SeedRegion.class))
        .gammaRule(in.constant("gammaRule", GammaRule.class))
        .gammaScale(in.real("gammaScale"))
        .sharing(in.constant("sharing", MaskSharing.class))
        .normalization(common.normalization())
        .fill(common.fill())
        .seed(common.seed())
        .build();
  }
}
