package io.github.dropblock.accuracy.trial;

import io.github.dropblock.MonteCarlo;
import io.github.dropblock.accuracy.measure.Predictions;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The predictions of batches in one. */
final class Draws {
  private Draws() {}

  static Predictions predictions(List<MonteCarlo> batches, int[] labels) {
    List<float[]> probabilities = new ArrayList<>();
    List<Tensor> entropies = new ArrayList<>();
    List<Tensor> information = new ArrayList<>();
    for (MonteCarlo batch : batches) {
      Tensor mean = batch.mean();
      int classes = mean.shape().c();
      for (int n = 0; n < mean.shape().n(); n++) {
        int start = mean.offset() + n * classes;
        probabilities.add(Arrays.copyOfRange(mean.data(), start, start + classes));
      }
      entropies.add(batch.entropy());
      information.add(batch.mutualInformation());
    }
    return new Predictions(
        probabilities.toArray(float[][]::new), labels, values(entropies), values(information));
  }

  private static double[] values(List<Tensor> tensors) {
    return tensors.stream()
        .flatMapToDouble(
            tensor ->
                IntStream.range(0, tensor.shape().n()).mapToDouble(n -> tensor.get(n, 0, 0, 0)))
        .toArray();
  }
}
