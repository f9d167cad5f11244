package io.github.dropblock.spark;

import io.github.dropblock.search.Trial;
import io.github.dropblock.search.TrialResult;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A result on its way from an executor: the score and the failure. Bytes go through any serializer
 * that the user has chosen; Kryo, for one, refuses records.
 */
final class Outcome {
  private Outcome() {}

  static byte[] write(TrialResult result) {
    byte[] failure = result.failure().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES + failure.length);
    return bytes.putDouble(result.score()).put(failure).array();
  }

  static TrialResult read(Trial trial, byte[] outcome) {
    ByteBuffer bytes = ByteBuffer.wrap(outcome);
    double score = bytes.getDouble();
    return new TrialResult(trial, score, StandardCharsets.UTF_8.decode(bytes).toString());
  }
}
