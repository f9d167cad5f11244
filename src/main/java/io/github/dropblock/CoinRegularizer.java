package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * What regularizers have in common that toss a coin for each thing they may drop.
 *
 * @param <R> the regularizer itself
 */
abstract class CoinRegularizer<R extends CoinRegularizer<R>> extends MaskRegularizer<R>
    implements KeepProbRegularizer {
  private final double keepProb;

  CoinRegularizer(double keepProb, CommonChoices common) {
    super(common);
    this.keepProb = Check.probability("keepProb", keepProb);
  }

  abstract R with(double newKeepProb, CommonChoices choices);

  @Override
  R with(CommonChoices choices) {
    return with(keepProb, choices);
  }

  @Override
  public double keepProb() {
    return keepProb;
  }

  @Override
  public R withKeepProb(double newKeepProb) {
    return with(newKeepProb, common);
  }

  @Override
  public double expectedKeptFraction(Shape shape) {
    Check.notNull("shape", shape);
    return keepProb;
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    choices.put("keepProb", keepProb);
  }
}
