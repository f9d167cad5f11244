package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.Threefry;
import io.github.dropblock.internal.random.UniformBits;

/**
 * Sampler for holes: drops a number of blocks of random size at random places, which may overlap.
 *
 * <p>Each channel that has bits of its own has a stream: see {@link UnitStream}, with the channel
 * as the unit. The words of block k give the place and the size of hole k. The last block of a
 * stream gives the number of holes and, in the stream of channel 0, whether the sample has any.
 *
 * @see <a href="https://arxiv.org/abs/1708.04552">DeVries and Taylor, "Improved regularization of
 *     convolutional neural networks with Cutout", 2017</a>
 */
public final class HoleSampler implements BitSampler {
  /** Number of a block that no hole has: 2^32 - 1 without a sign. */
  private static final long LAST_BLOCK = 0xFFFF_FFFFL;

  private static final int FEWEST_BLOCKS_OF_KERNEL = 8;

  private final Kernels kernels;
  private final HoleLaw law;
  private final int channels;
  private final int planeSize;
  private final long numbers;
  private final long threshold;

  /**
   * Creates a sampler.
   *
   * @param channels planes of a sample
   */
  public HoleSampler(Kernels kernels, HoleLaw law, int channels) {
    this.kernels = kernels;
    this.law = law;
    this.channels = channels;
    this.planeSize = law.plane().positions();
    this.numbers = law.maxHoles() - law.minHoles() + 1L;
    this.threshold = UniformBits.threshold(law.probability());
  }

  @Override
  public int samplesToWord() {
    return MaskSampler.samplesToWord(channels, planeSize);
  }

  @Override
  public long sample(long seed, long step, long firstSample, int from, int to, long[] dropped) {
    long total = 0;
    int bit = from * channels * planeSize;
    for (int i = from; i < to; i++, bit += channels * planeSize) {
      long sample = firstSample + i;
      if (hasHoles(seed, step, sample)) {
        for (int channel = 0; channel < channels; channel++) {
          total += plane(seed, step, sample, channel, dropped, bit + channel * planeSize);
        }
      }
    }
    return total;
  }

  private boolean hasHoles(long seed, long step, long sample) {
    if (threshold == UniformBits.ONE) {
      return true;
    }
    long[] words = Scratch.streamWords();
    draw(seed, step, sample, LAST_BLOCK, words, 1);
    return UniformBits.ofWord(words[0]) < threshold;
  }

  private int plane(long seed, long step, long sample, int channel, long[] dropped, int bit) {
    long stream = UnitStream.counter(channel, 0);
    int holes = holes(seed, step, sample, stream);
    long[] words = Scratch.streamWords();
    int atATime = Scratch.STREAM_WORDS / 2;
    int added = 0;
    for (int first = 0, count; first < holes; first += count) {
      count = Math.min(atATime, holes - first); // Not a sum, which may overflow.
      draw(seed, step, sample, stream + first, words, count);
      for (int i = 0; i < count; i++) {
        added += cut(dropped, bit, words[i], words[count + i]);
      }
    }
    if (law.inverse()) {
      Bits.invert(dropped, bit, planeSize);
      return planeSize - added;
    }
    return added;
  }

  private int holes(long seed, long step, long sample, long stream) {
    if (numbers == 1) {
      return law.minHoles();
    }
    long[] words = Scratch.streamWords();
    draw(seed, step, sample, stream + LAST_BLOCK, words, 1);
    return (int) (law.minHoles() + UniformBits.below(words[1], numbers));
  }

  private int cut(long[] dropped, int bit, long placeWord, long sizeWord) {
    HoleSizes sizes = law.sizes();
    int depth = sizes.depth(sizeWord);
    int height = sizes.height(sizeWord);
    int width = sizes.width(sizeWord);
    if (depth == 0 || height == 0 || width == 0) {
      return 0;
    }
    return law.plane().cut(dropped, bit, depth, height, width, placeWord);
  }

  /** Draws blocks of the generator. A call of the kernel pays from some blocks on. */
  private void draw(long seed, long step, long sample, long first, long[] words, int count) {
    if (count >= FEWEST_BLOCKS_OF_KERNEL) {
      kernels.randomBlocks(seed, step, sample, first, words, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      Threefry.block(seed, step, sample, first + i, words, i, count + i);
    }
  }
}
