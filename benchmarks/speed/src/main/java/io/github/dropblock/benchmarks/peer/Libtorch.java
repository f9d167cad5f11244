package io.github.dropblock.benchmarks.peer;

import io.github.dropblock.benchmarks.plan.Setting;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * DropBlock in the operations of libtorch, as torchvision composes them: seeds where a block fits,
 * padded, grown by a max pool, turned into a mask, normalized by its sum.
 *
 * <p>No tensor here needs a gradient, so none is recorded. Odd block sizes only, as in torchvision.
 */
public final class Libtorch {
  private static final double EPSILON = 1e-6;
  private static final long[] NO_DILATION = {1, 1};

  private Libtorch() {}

  /** One thread, and a generator that starts at the seed. */
  public static void start(long seed) {
    torch.set_num_threads(1);
    torch.manual_seed(seed);
  }

  /** As torchvision does it. */
  public static Tensor torchvision(LibtorchMap x, Setting setting) {
    int block = block(x, setting);
    Tensor noise = paddedSeeds(x, setting, block);
    Tensor mask = torch.rsub(pool(noise, block, block), new Scalar(1.0));
    Tensor scale = mask.sum().add(new Scalar(EPSILON)).reciprocal().mul(size(mask));
    return x.tensor().mul(mask).mul(scale);
  }

  /** As a careful user does it: a pool for each axis, and no temporary that can be spared. */
  public static Tensor separable(LibtorchMap x, Setting setting) {
    int block = block(x, setting);
    Tensor noise = paddedSeeds(x, setting, block);
    Tensor mask = pool(pool(noise, 1, block), block, 1).neg_().add_(new Scalar(1.0));
    Tensor scale = mask.sum().add_(new Scalar(EPSILON)).reciprocal_().mul_(size(mask));
    return mask.mul_(x.tensor()).mul_(scale);
  }

  /** libtorch's own dropout. */
  public static Tensor dropout(LibtorchMap x, Setting setting) {
    return torch.dropout(x.tensor(), 1 - setting.keepProb(), true);
  }

  private static int block(LibtorchMap x, Setting setting) {
    int block = Math.min(setting.blockSize(), Math.min(x.shape().h(), x.shape().w()));
    if (block % 2 == 0) {
      throw new IllegalArgumentException("blockSize must be odd: " + block);
    }
    return block;
  }

  private static Tensor paddedSeeds(LibtorchMap x, Setting setting, int block) {
    Tensor seeds = x.emptyMaps(x.shape().h() - block + 1, x.shape().w() - block + 1);
    seeds.bernoulli_(PaperGamma.of(x.shape(), setting), new GeneratorOptional());
    long pad = block / 2;
    return torch.constant_pad_nd(seeds, pad, pad, pad, pad);
  }

  private static Tensor pool(Tensor input, long height, long width) {
    long[] kernel = {height, width};
    long[] stride = {1, 1};
    long[] padding = {height / 2, width / 2};
    return torch.max_pool2d(input, kernel, stride, padding, NO_DILATION, false);
  }

  private static Scalar size(Tensor mask) {
    return new Scalar((double) mask.numel());
  }
}
