package io.github.dropblock.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.DropBlock;
import io.github.dropblock.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream that was not written by this class gives no masks. */
class HostilePartitionsTest {
  private static final byte[] REGULARIZER = DropBlock.of(.9, 7, 1).toBytes();
  private static final int[] SAMPLE = {1, 3, 9, 9};

  static Stream<PartitionMasksForm> wrong() {
    return Stream.of(
        new PartitionMasksForm(null, SAMPLE, new long[] {0, 3}),
        new PartitionMasksForm(new byte[7], SAMPLE, new long[] {0, 3}),
        new PartitionMasksForm(REGULARIZER, null, new long[] {0, 3}),
        new PartitionMasksForm(REGULARIZER, new int[] {1, 0}, new long[] {0, 3}),
        new PartitionMasksForm(REGULARIZER, SAMPLE, null),
        new PartitionMasksForm(REGULARIZER, SAMPLE, new long[0]),
        new PartitionMasksForm(REGULARIZER, SAMPLE, new long[] {1, 3}),
        new PartitionMasksForm(REGULARIZER, SAMPLE, new long[] {0, 3, 2}));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatNoMasksHaveIsRefused(PartitionMasksForm form) throws IOException {
    byte[] bytes = bytes(form);
    assertThrows(InvalidObjectException.class, () -> read(bytes));
  }

  @Test
  void theRightFormIsRead() throws Exception {
    long[] starts = {0, 3, 3, 8};
    PartitionMasks masks =
        (PartitionMasks) read(bytes(new PartitionMasksForm(REGULARIZER, SAMPLE, starts)));
    assertEquals(3, masks.partitions());
    assertEquals(5, masks.samples(2));
    assertEquals(DropBlock.of(.9, 7, 1).sample(Shape.of(SAMPLE).withN(5), 2, 3), masks.mask(2, 2));
  }

  /** The name of the form is replaced by that of the masks, so no proxy stands for them. */
  @Test
  void aStreamThatNamesTheMasksThemselvesIsRefused() throws IOException {
    String text = new String(bytes(new Standin()), StandardCharsets.ISO_8859_1);
    String own = Standin.class.getName();
    String masks = PartitionMasks.class.getName();
    byte[] bytes =
        text.replace((char) own.length() + own, (char) masks.length() + masks)
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(InvalidObjectException.class, () -> read(bytes));
  }

  /** Has the same number of fields that are written: none. */
  private static final class Standin implements Serializable {
    private static final long serialVersionUID = 1;
  }

  private static byte[] bytes(Object object) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(out)) {
      stream.writeObject(object);
    }
    return out.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
