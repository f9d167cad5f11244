package io.github.dropblock;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.util.Arrays;

/** Streams of Java serialization, also those that no serializer would write. */
final class JavaStreams {
  private JavaStreams() {}

  static byte[] write(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  static Object read(byte[] stream) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      return in.readObject();
    }
  }

  /** Writes an object of a class without fields and without a proxy. */
  static byte[] naming(Class<?> type, Class<?>... parents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
    out.writeShort(ObjectStreamConstants.STREAM_VERSION);
    out.writeByte(ObjectStreamConstants.TC_OBJECT);
    describe(out, type);
    for (Class<?> parent : parents) {
      describe(out, parent);
    }
    out.writeByte(ObjectStreamConstants.TC_NULL);
    return bytes.toByteArray();
  }

  private static void describe(DataOutputStream out, Class<?> type) throws IOException {
    out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
    out.writeUTF(type.getName());
    ObjectStreamClass known = ObjectStreamClass.lookup(type);
    out.writeLong(known == null ? 0 : known.getSerialVersionUID());
    out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
    out.writeShort(0);
    out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
  }

  /** Returns the class of the object that a stream holds, before it is replaced. */
  static Class<?> firstClass(byte[] stream) throws IOException, ClassNotFoundException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(stream));
    in.readInt(); // Magic number and version.
    in.readShort(); // An object, and its class.
    return Class.forName(in.readUTF());
  }

  /** Returns the index of some bytes in others; -1 if they are not there. */
  static int indexOf(byte[] part, byte[] whole) {
    for (int i = 0; i + part.length <= whole.length; i++) {
      if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }
}
