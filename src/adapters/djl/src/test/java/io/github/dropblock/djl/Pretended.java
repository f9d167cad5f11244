package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;

/** Arrays of this engine that pretend to be others: of a device that is not there, for instance. */
final class Pretended {
  private Pretended() {}

  /** The object, but for the answer of one of its methods. */
  static <T> T answering(T object, String method, Object answer) {
    return proxy(object, (p, m, a) -> m.getName().equals(method) ? answer : call(object, m, a));
  }

  /**
   * An array on another device. What is made through it is to be copied there before use: no
   * operation takes an array that was not.
   */
  static <T> T on(Device device, T object) {
    return on(device, object, new AtomicLong());
  }

  /**
   * The same, with a count of the bytes that are copied there.
   *
   * @param sent what is added to
   */
  static <T> T on(Device device, T object, AtomicLong sent) {
    return proxy(
        object,
        (p, method, arguments) ->
            switch (method.getName()) {
              case "getDevice" -> device;
              case "toDevice" -> {
                assertEquals(device, arguments[0]);
                NDArray copied = (NDArray) object;
                sent.addAndGet(copied.size() * copied.getDataType().getNumOfBytes());
                yield object;
              }
              default -> {
                assertNoneLeft(arguments);
                Object result = call(object, method, arguments);
                boolean there = result instanceof NDArray || result instanceof NDManager;
                yield there ? on(device, result, sent) : result;
              }
            });
  }

  private static void assertNoneLeft(Object[] arguments) {
    for (Object argument : arguments == null ? new Object[0] : arguments) {
      assertFalse(Proxy.isProxyClass(argument.getClass()), "an array that was not copied");
    }
  }

  private static Object call(Object object, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T proxy(T object, InvocationHandler handler) {
    Class<?> type = object instanceof NDArray ? NDArray.class : NDManager.class;
    return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
