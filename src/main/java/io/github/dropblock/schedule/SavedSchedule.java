package io.github.dropblock.schedule;

import io.github.dropblock.internal.codec.SerialProxy;
import java.io.NotSerializableException;
import java.io.Serial;
import java.util.Map;

/** What Java serialization writes in place of a schedule. */
final class SavedSchedule extends SerialProxy {
  @Serial private static final long serialVersionUID = 1;

  SavedSchedule(LibrarySchedule schedule) throws NotSerializableException {
    super(schedule::toMap);
  }

  @Override
  protected Object read(Map<String, Object> map) {
    return KeepProbSchedule.fromMap(map);
  }
}
