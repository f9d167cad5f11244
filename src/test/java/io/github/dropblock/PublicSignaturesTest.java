package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a public type shows can be named from outside: its superclasses, and the types of its
 * public members. Otherwise a stream, a list or a conditional of two regularizers does not compile.
 */
class PublicSignaturesTest {
  static List<Class<?>> publicTypes() throws Exception {
    return PublicApiTest.types();
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void publicTypesShowPublicTypesOnly(Class<?> type) {
    List<Type> shown = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
    shown.add(type.getGenericSuperclass());
    shown.addAll(Arrays.asList(type.getTypeParameters()));
    for (Method method : type.getDeclaredMethods()) {
      if (isShown(method.getModifiers())) {
        shown.add(method.getGenericReturnType());
        addParameters(method, shown);
      }
    }
    for (Executable constructor : type.getDeclaredConstructors()) {
      if (isShown(constructor.getModifiers())) {
        addParameters(constructor, shown);
      }
    }
    shown.forEach(each -> assertPublic(type, each));
  }

  private static boolean isShown(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static void addParameters(Executable executable, List<Type> shown) {
    shown.addAll(Arrays.asList(executable.getGenericParameterTypes()));
    shown.addAll(Arrays.asList(executable.getGenericExceptionTypes()));
    shown.addAll(Arrays.asList(executable.getTypeParameters()));
  }

  private static void assertPublic(Class<?> owner, Type type) {
    if (type instanceof Class<?> c) {
      Class<?> element = c.isArray() ? c.getComponentType() : c;
      boolean visible =
          element.isPrimitive()
              || (Modifier.isPublic(element.getModifiers())
                  && !element.getName().contains(".internal."));
      assertTrue(visible, () -> owner.getName() + " shows " + c.getName());
    } else if (type instanceof ParameterizedType p) {
      assertPublic(owner, p.getRawType());
      for (Type argument : p.getActualTypeArguments()) {
        assertPublic(owner, argument);
      }
    } else if (type instanceof WildcardType w) {
      Arrays.asList(w.getUpperBounds()).forEach(bound -> assertPublic(owner, bound));
    } else if (type instanceof GenericArrayType a) {
      assertPublic(owner, a.getGenericComponentType());
    } else if (type instanceof TypeVariable<?> v) {
      Arrays.stream(v.getBounds())
          .filter(bound -> bound instanceof Class)
          .forEach(bound -> assertPublic(owner, bound));
    }
  }
}
