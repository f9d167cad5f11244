package io.github.dropblock.accuracy.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import java.util.List;

/**
 * A residual network with four groups, as ResNet has them, for 28x28 gray images.
 *
 * <p>The groups have one residual block each, of two 3x3 convolutions.
 */
public final class MiniResNet {
  /** How many groups of residual blocks there are. */
  public static final int GROUPS = 4;

  /** The shape of one image. */
  public static final Shape INPUT = new Shape(1, 1, 28, 28);

  /** Maps of 14x14, and 7x7 in the last group, as in the last two groups of ResNet-50. */
  public static final Layout SMALL = new Layout(8, List.of(8, 16, 32, 32), List.of(1, 1, 1, 2));

  /** Maps of 14x14 in all groups. */
  public static final Layout WIDE = new Layout(16, List.of(16, 32, 64, 64), List.of(1, 1, 1, 1));

  private final Layout layout;
  private final Sites sites;

  private MiniResNet(Layout layout, Sites sites) {
    this.layout = layout;
    this.sites = sites;
  }

  /**
   * How wide the groups are, and how large their maps.
   *
   * @param stem channels of the convolution before the groups, which halves the image
   * @param channels of each group
   * @param strides of each group's first convolution
   */
  public record Layout(int stem, List<Integer> channels, List<Integer> strides) {}

  /**
   * The classifier for 28x28 images.
   *
   * @param layout how wide it is
   * @param sites what sits at its sites; parameters do not depend on it
   * @param classes number of classes
   */
  public static Network build(Layout layout, Sites sites, int classes) {
    SequentialBlock head = new SequentialBlock();
    head.add(Pool.globalAvgPool2dBlock()).add(sites.at(Site.CLASSIFIER, 0));
    head.add(Linear.builder().setUnits(classes).build());
    return new Network(features(layout, sites), head);
  }

  /** The small classifier. */
  public static Network build(Sites sites, int classes) {
    return build(SMALL, sites, classes);
  }

  /** The groups and what is before them: from images of any size to maps. */
  public static SequentialBlock features(Layout layout, Sites sites) {
    return features(layout, sites, GROUPS);
  }

  /** The first groups and what is before them. */
  static SequentialBlock features(Layout layout, Sites sites, int groups) {
    SequentialBlock features = new SequentialBlock();
    features.add(sites.at(Site.INPUT, 0));
    features.add(convolution(3, layout.stem(), 2)).add(norm()).add(Activation::relu);
    for (int group = 1; group <= groups; group++) {
      new MiniResNet(layout, sites).addResidual(features, group);
    }
    return features;
  }

  /** One group alone, which gets the maps of the group before it. */
  static SequentialBlock group(Layout layout, Sites sites, int group) {
    SequentialBlock alone = new SequentialBlock();
    new MiniResNet(layout, sites).addResidual(alone, group);
    return alone;
  }

  private void addResidual(SequentialBlock features, int group) {
    int channelsBefore = group == 1 ? layout.stem() : layout.channels().get(group - 2);
    int channels = layout.channels().get(group - 1);
    int stride = layout.strides().get(group - 1);
    SequentialBlock branch = new SequentialBlock();
    branch.add(convolution(3, channels, stride)).add(norm()).add(Activation::relu);
    branch.add(sites.at(Site.CONVOLUTION, group));
    branch.add(convolution(3, channels, 1)).add(norm());
    branch.add(sites.at(Site.CONVOLUTION, group)).add(sites.at(Site.BRANCH, group));
    SequentialBlock skip = new SequentialBlock();
    if (stride != 1 || channels != channelsBefore) {
      skip.add(convolution(1, channels, stride)).add(norm());
    }
    skip.add(sites.at(Site.SKIP, group));
    features.add(new ParallelBlock(MiniResNet::sum, List.<Block>of(branch, skip)));
    features.add(Activation::relu);
  }

  private static NDList sum(List<NDList> paths) {
    return new NDList(paths.get(0).singletonOrThrow().add(paths.get(1).singletonOrThrow()));
  }

  static Block convolution(int size, int channels, int stride) {
    return convolution(size, channels, stride, 1);
  }

  /** A convolution of as many groups of channels, each of which sees a part of them. */
  static Block convolution(int size, int channels, int stride, int groups) {
    Conv2d convolution =
        Conv2d.builder()
            .setKernelShape(new Shape(size, size))
            .setFilters(channels)
            .optStride(new Shape(stride, stride))
            .optPadding(new Shape(size / 2, size / 2))
            .optBias(false)
            .optGroups(groups)
            .build();
    convolution.setInitializer(
        new XavierInitializer(RandomType.GAUSSIAN, FactorType.IN, 2), Parameter.Type.WEIGHT);
    return convolution;
  }

  static Block norm() {
    return BatchNorm.builder().build();
  }
}
