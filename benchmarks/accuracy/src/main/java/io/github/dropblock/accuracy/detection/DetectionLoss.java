package io.github.dropblock.accuracy.detection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.training.loss.Loss;

/**
 * The focal loss of the classes and the smooth L1 loss of the boxes, both summed over anchors and
 * divided by the number of anchors that are to find an item.
 *
 * <p>With the probability p of a class, {@code -alpha (1 - p)^gamma ln p} where it is the item's,
 * and {@code -(1 - alpha) p^gamma ln(1 - p)} elsewhere. With the error e of an offset, {@code e^2 /
 * (2 beta)} below beta, and {@code |e| - beta / 2} from there on. The numbers are those of the
 * authors' code.
 *
 * @see <a href="https://arxiv.org/abs/1708.02002">Lin et al., Focal Loss for Dense Object
 *     Detection, equation 5</a>
 */
final class DetectionLoss extends Loss {
  static final double ALPHA = 0.25;
  static final double GAMMA = 1.5;
  static final double BETA = 0.1;

  DetectionLoss() {
    super("detection");
  }

  /** The loss of one array of {@link Targets} and one of the network's answers. */
  @Override
  public NDArray evaluate(NDList targets, NDList answers) {
    long[] cuts = {Targets.JUDGED, Targets.FOREGROUND, Targets.OFFSETS};
    NDList target = targets.singletonOrThrow().split(cuts, 2);
    NDList answer = answers.singletonOrThrow().split(new long[] {Targets.CLASSES}, 2);
    NDArray foreground = target.get(2);
    NDArray focal = focal(target.get(0), answer.get(0)).mul(target.get(1)).sum();
    NDArray boxes = smoothL1(answer.get(1).sub(target.get(3))).mul(foreground).sum();
    return focal.add(boxes).div(foreground.sum().maximum(1));
  }

  /** The focal loss of each logit. */
  static NDArray focal(NDArray classes, NDArray logits) {
    NDArray others = classes.sub(1).neg();
    NDArray probabilities = Activation.sigmoid(logits);
    // Of the wrong answer: 1 - p for the item's class, p for the others.
    NDArray wrong = probabilities.sub(classes.mul(probabilities).mul(2)).add(classes);
    NDArray weights = classes.mul(ALPHA).add(others.mul(1 - ALPHA));
    return weights.mul(wrong.pow(GAMMA)).mul(crossEntropy(classes, logits));
  }

  /** {@code -ln p} or {@code -ln(1 - p)}, without a logarithm of 0. */
  private static NDArray crossEntropy(NDArray classes, NDArray logits) {
    NDArray small = logits.abs().neg().exp().add(1).log();
    return Activation.relu(logits).sub(logits.mul(classes)).add(small);
  }

  /** The smooth L1 loss of each error. */
  static NDArray smoothL1(NDArray errors) {
    NDArray size = errors.abs();
    NDArray bounded = size.minimum(BETA);
    return bounded.mul(size.sub(bounded.div(2))).div(BETA);
  }
}
