package io.github.dropblock.dl4j;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Map;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** What Java's serialization keeps of a dropout: the same as JSON. */
record SavedDropout(
    @SuppressWarnings("serial") Map<String, Object> regularizer, // Serializable values only.
    @SuppressWarnings("serial") Map<String, Object> schedule, // As above.
    ScheduleType scheduleType,
    ISchedule engineSchedule,
    DataLayout layout)
    implements Serializable {

  private Object readResolve() throws InvalidObjectException {
    try {
      return new DropBlockDropout(regularizer, schedule, scheduleType, engineSchedule, layout);
    } catch (IllegalArgumentException e) {
      InvalidObjectException refused = new InvalidObjectException(e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }
}
