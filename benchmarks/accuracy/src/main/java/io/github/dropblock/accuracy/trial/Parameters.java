package io.github.dropblock.accuracy.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * The values of parameters in a stream, in their order.
 *
 * <p>DJL's own form holds the blocks too, so that it could not be read into a network with other
 * regularizers.
 */
final class Parameters {
  private Parameters() {}

  static void save(List<Parameter> parameters, DataOutputStream out) throws IOException {
    for (Parameter parameter : parameters) {
      byte[] bytes = parameter.getArray().encode();
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  /** Reads into parameters that are initialized. */
  static void load(NDManager manager, List<Parameter> parameters, DataInputStream in)
      throws IOException {
    for (Parameter parameter : parameters) {
      try (NDArray value = NDArray.decode(manager, in.readNBytes(in.readInt()))) {
        value.copyTo(parameter.getArray());
      }
    }
  }
}
