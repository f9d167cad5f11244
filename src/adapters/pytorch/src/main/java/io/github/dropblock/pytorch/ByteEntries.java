package io.github.dropblock.pytorch;

import java.util.Optional;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Byte arrays as entries of archives, which hold tensors. */
final class ByteEntries {
  private final OutputArchive archive;

  ByteEntries(OutputArchive archive) {
    this.archive = archive;
  }

  void write(String name, byte[] bytes) {
    // The archive is written when it is saved, and keeps the tensor until then.
    try (Tensor tensor = Tensor.create(bytes, false)) {
      archive.write(name, tensor, true);
    }
  }

  /** Reads an entry, if the archive has it. */
  static Optional<byte[]> read(InputArchive archive, String name) {
    try (Tensor entry = new Tensor()) {
      return archive.try_read(name, entry, true)
          ? Optional.of(bytes(name, entry))
          : Optional.empty();
    }
  }

  private static byte[] bytes(String name, Tensor entry) {
    ScalarType type = entry.scalar_type().intern();
    if (type != ScalarType.Byte || entry.dim() != 1 || entry.numel() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + " must be a vector of bytes: " + type + ", " + entry.dim() + " axes");
    }
    byte[] bytes = new byte[(int) entry.numel()];
    // An archive may be loaded to a device other than the CPU.
    try (Tensor near = entry.cpu();
        Tensor dense = near.contiguous()) {
      dense.data_ptr_byte().get(bytes);
    }
    return bytes;
  }
}
