package io.github.dropblock.schedule;

import io.github.dropblock.internal.codec.SerialProxy;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.util.Map;

/**
 * Schedule of the library: a formula that can be saved.
 *
 * <p>It is the only class of schedules that a stream may hold. The formulas are records, and Java
 * would read the components of a record from a stream before the record could refuse.
 */
@SuppressWarnings("serial") // A proxy is written.
final class LibrarySchedule implements KeepProbSchedule {
  private final Curve curve;

  LibrarySchedule(Curve curve) {
    this.curve = curve;
  }

  @Override
  public double at(long step) {
    return curve.at(step);
  }

  @Override
  public Map<String, Object> toMap() {
    return curve.toMap();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LibrarySchedule s && curve.equals(s.curve);
  }

  @Override
  public int hashCode() {
    return curve.hashCode();
  }

  /** Returns the call that creates the schedule. */
  @Override
  public String toString() {
    return curve.toString();
  }

  @Serial
  private Object writeReplace() throws NotSerializableException {
    return new SavedSchedule(this);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialProxy.refusal(KeepProbSchedule.class);
  }
}
